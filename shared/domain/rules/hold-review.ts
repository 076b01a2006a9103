/** A hold does not end by itself, and is not forgotten: on its review date the named person decides whether it goes on. */
import { idOf } from '../ids.ts'
import type { Rule } from '../rule.ts'

export const holdReview: Rule = {
  name: 'hold-review',
  clause: 'Hold: nothing automatic about this child or family until a review date',
  wishes: (facts) =>
    facts.isSchoolDay && facts.reached('register-close')
      ? facts.known.holds
          .filter((hold) => hold.review <= facts.known.date)
          .map((hold) => ({
            do: 'task',
            id: idOf(hold.review, 'review', hold.pupil),
            kind: 'hold-review',
            pupils: [hold.pupil],
            due: facts.at(facts.policy.day.ends),
            doers: facts.policy.holds.doers,
            urgent: false,
            why: 'The review date of the hold on this child has come. End the hold, or place it again with a later date.',
          }))
      : [],
}
