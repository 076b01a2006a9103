/** Absent pupils on cards of one day, and texts about them, for tests of what the store keeps. */
import type { SessionAbsence, TextRecord } from '../../shared/domain/absence.ts'
import { textSlot } from '../../shared/domain/absence.ts'
import type { Stores, TextHome } from '../../shared/ports/stores.ts'
import { AT, act, aText, DATE, SCHOOL } from './stored-examples.ts'

type Standing = SessionAbsence['standing']

export const SLOT = textSlot(aText())
export const WHILE_UNEXPLAINED = { session: 'AM', while: ['unexplained'] } as const
export const ANY = { session: 'AM', while: [] } as const

/** Where a text about these pupils stands; the first owns it. */
export const home = (...pupils: [string, ...string[]]): Extract<TextHome, { on: 'cards' }> => ({
  on: 'cards',
  date: DATE,
  owner: pupils[0],
  pupils,
})

export const cardsIn = (stores: Stores) => {
  let next = 0
  const newPupil = (): string => `Q${++next}`

  const stand = (pupil: string, standing: Standing, unless: readonly Standing[] = [], session: 'AM' | 'PM' = 'AM') =>
    stores.setStanding(
      SCHOOL,
      { pupil, classId: '7a', date: DATE, vulnerable: false },
      session,
      { standing, since: AT },
      standing === 'reported'
        ? { by: 'C1', via: 'phone', at: AT, until: DATE, words: 'a temperature', code: 'I' }
        : undefined,
      unless,
      act('standing-set'),
    )

  const claim = (where: TextHome, text: TextRecord = aText()) =>
    stores.claimText(SCHOOL, where, SLOT, text, WHILE_UNEXPLAINED, act('text-claimed'))

  /** A new pupil, absent and unexplained. */
  const absent = async (): Promise<string> => {
    const pupil = newPupil()
    await stand(pupil, 'unexplained')
    return pupil
  }
  return { newPupil, stand, claim, absent }
}
