/**
 * A family that was told their child is not in, when the child is in, hears so at once: the same contacts, once, never "safe",
 * only where and when the mark says. So does one that was told of a lateness that the register no longer has. Corrections are never braked.
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

/** The carrier took it, or may have: whoever it went to may have read it. */
export const mayHaveGone = (text: TextRecord): boolean => ['accepted', 'delivered', 'uncertain'].includes(text.state)

/** Texts of a lateness where the mark is no longer U, by more than a teacher's word. */
const falselyLate = (facts: Facts, pupil: PupilKey): readonly TextRecord[] =>
  facts.texts(pupil, ['late']).filter(({ session }) => {
    const mark = facts.mark(pupil, session)
    return mark !== undefined && mark.code !== 'U' && isOnSite(mark.code) && mark.source !== 'teacher'
  })

/** A correction went to them after all that they were told: whatever session it names, there is nothing left to put right. */
const hasHeard = (told: readonly TextRecord[], corrections: readonly TextRecord[], contactId: string): boolean =>
  corrections.some(
    (sent) => sent.contactId === contactId && told.every((text) => text.contactId !== contactId || text.at <= sent.at),
  )

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
        const told = [...facts.texts(card.pupil, ['unreported', 'ladder']), ...falselyLate(facts, card.pupil)]
        const inFlight = told
          .filter((text) => text.state === 'claimed')
          .map((text) => ({ do: 'look', at: text.leaseUntil }) as const)
        const corrections = facts.texts(card.pupil, ['correction']).filter(mayHaveGone)
        const to = [...new Set(told.filter(mayHaveGone).map((text) => text.contactId))].filter(
          (contactId) => !hasHeard(told, corrections, contactId),
        )
        return to.length === 0
          ? inFlight
          : [...inFlight, { do: 'ask', kind: 'correction', step: 'first', session, pupil: card.pupil, to }]
      }),
}
