/** How far a pupil is from a line of attendance: what an Attendance Lead asks before it is crossed. */
import { isBelow } from './boundaries.ts'
import type { Tally } from './tally.ts'

/**
 * The number of sessions in a row after whose absence the pupil would be below so many per cent; 0 when they are already, `undefined` when
 * even `most` more would not do it. Counted in whole sessions by the same test that crosses the line.
 */
export const sessionsUntilBelow = (tally: Tally, perCent: number, most: number): number | undefined => {
  for (let missed = 0; missed <= most; missed++)
    if (isBelow({ ...tally, possible: tally.possible + missed }, perCent)) return missed
  return undefined
}
