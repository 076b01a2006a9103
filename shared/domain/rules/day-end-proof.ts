/**
 * The day's proof to the Lead: every absent child is explained, or somebody is doing something by a time. A child without an owner
 * gets one here, so that the number of unowned children is zero because of this rule and not by luck.
 */
import { callTask } from '../call.ts'
import { idOf } from '../ids.ts'
import type { Rule, Wish } from '../rule.ts'

export const dayEndProof: Rule = {
  name: 'day-end-proof',
  clause: 'Daily: ensuring detailed records; every absent child explained or followed up',
  wishes: (facts) => {
    if (!facts.isSchoolDay || !facts.reached('day-end')) return []
    const silent = facts.known.cards
      .filter((card) => facts.isSilent(card.pupil))
      .map((card) => card.pupil)
      .toSorted()
    const owned = new Set(facts.known.tasks.filter((task) => task.state === 'open').flatMap((task) => task.pupils))
    const orphans = silent.filter((pupil) => !owned.has(pupil))
    const absent = facts.known.cards.length
    const proof: Wish = {
      do: 'task',
      id: idOf(facts.known.date, 'proof'),
      kind: 'day-end',
      pupils: silent,
      due: facts.inMinutes(60),
      doers: ['lead'],
      urgent: false,
      why: `${absent} followed up today: ${absent - silent.length} accounted for, ${silent.length} in hand. ${orphans.length} of them had no owner and were put on the call list.`,
    }
    return [
      ...orphans.map((pupil) =>
        callTask(facts, pupil, 'Nobody has said where the child is and nobody is following it up. Ring now.', {
          urgent: true,
          since: facts.at(facts.policy.sweeps['day-end']),
        }),
      ),
      proof,
    ]
  },
}
