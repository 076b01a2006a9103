/**
 * From 10:30 (by the policy) every pupil still N in a register that is in, and unreported: one text to each entitled recipient. Sooner where
 * the office asks for it, and no sooner than the register has closed.
 */
import { isUnexplained } from '../codes.ts'
import type { Facts } from '../facts.ts'
import type { PupilKey } from '../people.ts'
import type { Rule } from '../rule.ts'

const isMissing = (facts: Facts, pupil: PupilKey): boolean => {
  const mark = facts.mark(pupil, 'AM')
  return mark !== undefined && isUnexplained(mark.code)
}

export const unreportedAbsence: Rule = {
  name: 'unreported-absence',
  clause: 'Registration: if a child’s absence has not been reported by 10.30am, a text message to be sent',
  wishes: (facts) =>
    facts.reached('unreported-absence') || facts.hasClosed('AM')
      ? facts.known.cards
          .filter((card) => facts.reached('unreported-absence') || card.sessions.AM?.textNow)
          .filter((card) => card.sessions.AM?.standing === 'unexplained' && isMissing(facts, card.pupil))
          .filter((card) => facts.isOpen('AM', card.classId) && facts.register(card.classId, 'AM')?.submitted)
          .filter((card) => card.sessions.PM === undefined || card.sessions.PM.standing === 'unexplained')
          .map((card) => ({
            do: 'ask',
            kind: 'unreported',
            step: 'first',
            session: 'AM',
            pupil: card.pupil,
            to: 'entitled',
          }))
      : [],
}
