/** The keys of letters: a page of `table.ts`, whose map has them too. */
import type { LocalDate } from '../../../domain/time.ts'
import { academyPk, type Key, part } from '../table.ts'

export const lettersPk = (academy: string): string => `${academyPk(academy)}#LETTERS`
export const LETTER_PREFIX = { open: 'OPEN#', resting: 'SENT#' } as const
export const openLetterKey = (academy: string, id: string): Key => ({
  pk: lettersPk(academy),
  sk: `${LETTER_PREFIX.open}${part(id)}`,
})
export const restingLetterKey = (academy: string, date: LocalDate, id: string): Key => ({
  pk: lettersPk(academy),
  sk: `${LETTER_PREFIX.resting}${part(date)}#${part(id)}`,
})
/** `~` sorts after every id. */
export const restingLettersBetween = (from: LocalDate, until: LocalDate): readonly [string, string] => [
  `${LETTER_PREFIX.resting}${part(from)}`,
  `${LETTER_PREFIX.resting}${part(until)}#~`,
]
/** Where a letter at rest lies: its id does not say its date. */
export const letterPointerKey = (academy: string, id: string): Key => ({
  pk: `${academyPk(academy)}#ENDED`,
  sk: `LETTER#${part(id)}`,
})
