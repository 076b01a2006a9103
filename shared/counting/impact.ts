/** A pupil's attendance before the work with the family began and since, from the registers as they are now. */
import type { Impact } from '../domain/attend/attend-case.ts'
import { schoolYearOf } from '../domain/calendar.ts'
import { tallyOf } from '../domain/counting/tally.ts'
import { marksWithin } from '../domain/counting/window.ts'
import type { Pupil } from '../domain/people.ts'
import { addDays, type LocalDate } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'
import { countedMarksOf } from './pupil-marks.ts'

/**
 * `before` counts from the beginning of the school year in which the work began, `after` from `since` to `until`. Marks corrected since are
 * counted as they are now.
 */
export const impactOf = async (
  stores: Pick<Stores, 'registersOf' | 'tallies'>,
  academy: string,
  pupil: Pupil,
  since: LocalDate,
  until: LocalDate,
): Promise<Impact> => {
  const from = schoolYearOf(since)
  const marks = await countedMarksOf(stores, academy, pupil, { from, until })
  return {
    since,
    before: tallyOf(marksWithin(marks, { from, until: addDays(since, -1) }, pupil)),
    after: tallyOf(marksWithin(marks, { from: since, until }, pupil)),
  }
}
