/**
 * A child with an open case who is away today by a plan made before, such as leave or a part-time timetable: that is no contact, so
 * somebody still rings by lunch, although nobody looks for the child in class.
 */
import { callTask } from '../call.ts'
import type { Facts } from '../facts.ts'
import type { PupilKey } from '../people.ts'
import type { Rule } from '../rule.ts'

const isAway = (facts: Facts, pupil: PupilKey): boolean =>
  facts.card(pupil) === undefined && (facts.mark(pupil, 'AM') ?? facts.mark(pupil, 'PM')) !== undefined

export const awayByPlan: Rule = {
  name: 'away-by-plan',
  clause: 'First to fourth day of no contact: only contact made ends the steps',
  wishes: (facts) =>
    facts.isSchoolDay && facts.reached('lunch')
      ? facts.known.cases
          .filter((each) => !each.closed && isAway(facts, each.pupil) && !facts.isAccountedFor(each.pupil))
          .map((each) =>
            callTask(
              facts,
              each.pupil,
              'The child is away by a plan made before, and nobody has said where they are. Ring every number we hold.',
              {
                since: facts.at(facts.policy.sweeps.lunch),
              },
            ),
          )
      : [],
}
