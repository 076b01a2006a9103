/**
 * `N` has a time limit: the reason is established within five school days after the session, or the mark becomes `O`.
 * Source: SI 2024/208 regulation 10(7) to (9); "Working together to improve school attendance", paragraphs 407 to 409. The guidance once
 * says "working days"; the regulations say school days, and they prevail.
 */
import { type Calendar, type Closure, closedCode } from '../calendar.ts'
import { addDays, type LocalDate } from '../time.ts'

/** A day on which the school has at least one session, by the calendar and the closures as they are known now. */
const hasSession = (calendar: Calendar, closures: readonly Closure[], date: LocalDate): boolean =>
  (['AM', 'PM'] as const).some((session) => closedCode(calendar, closures, date, session) === undefined)

/** No holiday is longer than this; a calendar that ends goes on with every weekday. */
const MOST_AHEAD = 366

/** School days after a date, to another date, that one included. The date itself is no day after. */
export const schoolDaysSince = (
  calendar: Calendar,
  closures: readonly Closure[],
  date: LocalDate,
  until: LocalDate,
): number => {
  let count = 0
  for (let day = addDays(date, 1); day <= until; day = addDays(day, 1)) {
    if (hasSession(calendar, closures, day)) count++
  }
  return count
}

/** The last school day on which an `N` of a date may still be one: so many school days after it. */
export const resolveBy = (
  calendar: Calendar,
  closures: readonly Closure[],
  date: LocalDate,
  schoolDays: number,
): LocalDate => {
  let left = schoolDays
  for (let ahead = 1; ahead <= MOST_AHEAD; ahead++) {
    const day = addDays(date, ahead)
    if (hasSession(calendar, closures, day)) left--
    if (left <= 0) return day
  }
  return addDays(date, MOST_AHEAD)
}

/** The deadline has passed at the end of a date: that date is the deadline or after it. */
export const isOverdue = (
  calendar: Calendar,
  closures: readonly Closure[],
  session: LocalDate,
  endOf: LocalDate,
  schoolDays: number,
): boolean => endOf >= resolveBy(calendar, closures, session, schoolDays)
