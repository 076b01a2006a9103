/**
 * Where a pupil stands against a boundary. Whole numbers are compared, never a rounded per cent: 90.0% on paper may be either side.
 * With no possible session there is no rate, and nobody is below anything.
 */
import { absentIn, type Tally } from './tally.ts'

/** A policy's per cent in thousandths, which are whole: 82.4 as a machine multiplies it is 82.4 and a little. What is finer is rounded. */
const inThousandths = (perCent: number): number => Math.round(perCent * 1000)

/** Attendance is below so many per cent: strictly less, as a policy's "below 90%" says. */
export const isBelow = (tally: Tally, perCent: number): boolean =>
  tally.possible > 0 && tally.attended * 100_000 < tally.possible * inThousandths(perCent)

/** Attendance is at or above so many per cent. */
export const isAtLeast = (tally: Tally, perCent: number): boolean =>
  tally.possible > 0 && tally.attended * 100_000 >= tally.possible * inThousandths(perCent)

/**
 * Persistently absent: 10% or more of the pupil's own possible sessions missed, so exactly 90% attendance is.
 * Source: DfE, pupil absence statistics: methodology, section 3.2.2 (exact method since 2015/16).
 */
export const isPersistentlyAbsent = (tally: Tally): boolean =>
  tally.possible > 0 && absentIn(tally) * 10 >= tally.possible

/** Severely absent: half of the possible sessions or more missed. Every severely absent pupil is persistently absent too. */
export const isSeverelyAbsent = (tally: Tally): boolean => tally.possible > 0 && absentIn(tally) * 2 >= tally.possible
