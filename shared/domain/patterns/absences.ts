import { CODES } from '../codes.ts'
import type { CountedMark } from '../counting/tally.ts'

/** Sessions missed, authorised or not. */
export const missed = (marks: readonly CountedMark[]): readonly CountedMark[] =>
  marks.filter(({ code }) => CODES[code].category === 'authorised' || CODES[code].category === 'unauthorised')

/** Sessions that count: attended or missed. */
export const possibleOf = (marks: readonly CountedMark[]): readonly CountedMark[] =>
  marks.filter(({ code }) => !['not-possible', 'administrative'].includes(CODES[code].category))

/** At least so many per cent, in whole numbers. */
export const isShare = (part: number, whole: number, perCent: number): boolean =>
  whole > 0 && part * 100 >= whole * perCent
