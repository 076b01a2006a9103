/** What became of a day's texts to families, from the cards that hold them. */
import type { AbsenceCard, TextState } from '../absence.ts'

export interface DayTexts {
  /** Taken by a carrier, whatever became of them. */
  readonly sent: number
  readonly delivered: number
  /** Refused by the carrier, or not delivered. */
  readonly failed: number
  /** Handed over, and no word of it: a person or the carrier settles it. */
  readonly uncertain: number
}

const SENT: readonly TextState[] = ['accepted', 'failed', 'delivered']
const FAILED: readonly TextState[] = ['refused', 'failed']

/** Each text once: one about brothers and sisters is held by one of their cards. */
export const textsOnCards = (cards: readonly Pick<AbsenceCard, 'texts'>[]): DayTexts => {
  const states = cards.flatMap(({ texts }) =>
    Object.values(texts).flatMap(({ owner, state }) => (owner === undefined ? [state] : [])),
  )
  const among = (wanted: readonly TextState[]) => states.filter((state) => wanted.includes(state)).length
  return { sent: among(SENT), delivered: among(['delivered']), failed: among(FAILED), uncertain: among(['uncertain']) }
}
