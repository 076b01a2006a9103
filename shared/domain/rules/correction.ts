/**
 * A family that was told their child is not in, when the child is in, hears so at once: the same contacts, once, never "safe",
 * only where and when the mark says. Corrections are never braked.
 */
import type { TextRecord } from '../absence.ts'
import { isOnSite } from '../codes.ts'
import { type Facts, SESSIONS } from '../facts.ts'
import type { PupilKey } from '../people.ts'
import type { Rule, Wish } from '../rule.ts'

const isInSchool = (facts: Facts, pupil: PupilKey): boolean => {
  const mark = facts.mark(pupil, 'PM') ?? facts.mark(pupil, 'AM')
  return mark !== undefined && isOnSite(mark.code)
}

const mayHaveGone = (text: TextRecord): boolean => ['accepted', 'delivered', 'uncertain'].includes(text.state)

export const correction: Rule = {
  name: 'correction',
  clause: 'Communicate openly and honestly: a wrong message is put right at once',
  wishes: (facts) =>
    facts.known.cards
      .filter(
        (card) => SESSIONS.some((session) => facts.isOpen(session, card.classId)) && isInSchool(facts, card.pupil),
      )
      .flatMap((card): readonly Wish[] => {
        const session = SESSIONS.findLast((each) =>
          ['arrived', 'withdrawn'].includes(card.sessions[each]?.standing ?? ''),
        )
        if (session === undefined || facts.isSilent(card.pupil)) return []
        const told = facts.texts(card.pupil, ['unreported', 'ladder'])
        const inFlight = told
          .filter((text) => text.state === 'claimed')
          .map((text) => ({ do: 'look', at: text.leaseUntil }) as const)
        const to = [...new Set(told.filter(mayHaveGone).map((text) => text.contactId))]
        return to.length === 0
          ? inFlight
          : [...inFlight, { do: 'ask', kind: 'correction', step: 'first', session, pupil: card.pupil, to }]
      }),
}
