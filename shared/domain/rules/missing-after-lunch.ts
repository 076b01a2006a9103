/**
 * Here this morning and missing after lunch: the pupil may have left the site. Away this morning with a reason, due back, and not
 * there: the same. Urgent, at once, by a person.
 */
import type { AbsenceCard } from '../absence.ts'
import { isOnSite } from '../codes.ts'
import type { Facts } from '../facts.ts'
import { idOf } from '../ids.ts'
import type { Rule } from '../rule.ts'

const wasHere = (facts: Facts, card: AbsenceCard): boolean => {
  const morning = facts.mark(card.pupil, 'AM')
  return card.sessions.AM?.standing === 'arrived' || (morning !== undefined && isOnSite(morning.code))
}

export const missingAfterLunch: Rule = {
  name: 'missing-after-lunch',
  clause: 'Prevent post-registration truancy; guidance paragraph 407 on unexplained afternoon absence',
  wishes: (facts) =>
    facts.known.cards
      .filter((card) => card.sessions.PM?.standing === 'unexplained' && facts.isOpen('PM', card.classId))
      .filter((card) => {
        const morning = card.sessions.AM?.standing
        return morning !== 'unexplained' && morning !== 'answered' && facts.mark(card.pupil, 'AM') !== undefined
      })
      .map((card) => ({
        do: 'task',
        id: idOf(facts.known.date, 'gone', card.pupil),
        kind: 'call',
        pupils: [card.pupil],
        classId: card.classId,
        session: 'PM',
        due: facts.inMinutes(facts.policy.calls.leftSite.dueInMinutes),
        doers: facts.policy.calls.leftSite.doers,
        urgent: true,
        why: wasHere(facts, card)
          ? 'The child was here this morning and is missing this afternoon. Search the site, then ring home at once.'
          : 'The child was away this morning with a reason, was expected back and is not here. Ring home at once.',
      })),
}
