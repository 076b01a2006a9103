/**
 * Who may have been away without leave for so many school days running, seen in the lists of absences alone. A day without an entry may be
 * a day attended or one on which nothing was possible: the registers tell them apart, and are read of these few pupils only.
 */
import { CODES } from '../codes.ts'
import type { PupilKey } from '../people.ts'
import { type AbsenceDay, marksOfDays } from './absence-day.ts'

/** A run may have as many days in it that do not count as days that do: a week of snow, and more. */
const STRETCH = 2

/** Pupils with `least` dates of absence without leave within twice as many dates, wherever among the dates given. */
export const likelyRuns = (days: readonly AbsenceDay[], least: number): readonly PupilKey[] => {
  const place = new Map(days.map(({ date }, index) => [date, index]))
  return [...marksOfDays(days)].flatMap(([pupil, marks]) => {
    const dates = new Set(marks.flatMap(({ date, code }) => (CODES[code].penalty ? [place.get(date) ?? 0] : [])))
    const away = [...dates].toSorted((one, other) => one - other)
    const isNear = (last: number, index: number): boolean =>
      last - (away[index - least + 1] ?? Number.NEGATIVE_INFINITY) < STRETCH * least
    return away.some(isNear) ? [pupil] : []
  })
}
