/** Silence by lunch is a telephone call, and a home visit where the policy says so. */
import type { AbsenceCard } from '../absence.ts'
import { callTask } from '../call.ts'
import type { Facts } from '../facts.ts'
import { idOf } from '../ids.ts'
import type { Rule, Wish } from '../rule.ts'
import { visitOrSafeguarding } from '../visit.ts'

/**
 * Missing since the morning; or missing in the afternoon, where the morning was no school for the child's class or its register never came:
 * nobody has seen the child today.
 */
const isMissing = (facts: Facts, { pupil, sessions }: AbsenceCard): boolean =>
  sessions.AM === undefined && facts.mark(pupil, 'AM') === undefined
    ? sessions.PM?.standing === 'unexplained'
    : sessions.AM?.standing === 'unexplained'

export const silentByLunch: Rule = {
  name: 'silent-by-lunch',
  clause: 'Registration: no communication by lunch time, then a telephone call and possible home visit if appropriate',
  wishes: (facts) =>
    facts.reached('lunch')
      ? facts.known.cards
          .filter((card) => isMissing(facts, card) && facts.isSilent(card.pupil))
          .flatMap((card): readonly Wish[] => {
            const since = facts.at(facts.policy.sweeps.lunch)
            const why = 'Nobody has said where the child is. Ring every number we hold.'
            const call = callTask(facts, card.pupil, why, { since })
            const { visits } = facts.policy
            if (!visits.atLunch) return [call]
            const { anyCall: _call, since: _since, ...duty } = call
            const visit = {
              ...duty,
              id: idOf(facts.known.date, 'visit', card.pupil),
              kind: 'visit' as const,
              doers: visits.doers,
              due: facts.inMinutes(visits.dueInMinutes),
              why: 'No communication by lunch. Visit the home and leave a numbered calling card if nobody answers.',
            }
            return [call, visitOrSafeguarding(facts, visit)]
          })
      : [],
}
