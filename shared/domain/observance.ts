/**
 * R is for a day set apart exclusively for religious observance by the religious body of the pupil's parents. Days of travel around a festival are
 * no such days: they are leave, which the Head decides. Source: SI 2024/208 regulation 10 Table 3; "Working together to improve school attendance".
 */
import { type Calendar, isSchoolDay, nextSchoolDay, previousSchoolDay, schoolDaysAfter } from './calendar.ts'
import type { LocalDate } from './time.ts'

export interface Dates {
  readonly from: LocalDate
  readonly until: LocalDate
}

/** What of an absence for observance may be R, and the days after it, which are leave; no `rest` where all of it may be R. */
export const observed = (
  calendar: Calendar,
  { from, until }: Dates,
  most: number,
): { readonly observed: Dates; readonly rest?: Dates } => {
  const first = isSchoolDay(calendar, from) ? from : nextSchoolDay(calendar, from)
  const last = schoolDaysAfter(calendar, first, most - 1)
  const next = nextSchoolDay(calendar, last)
  return next > until ? { observed: { from, until } } : { observed: { from, until: last }, rest: { from: next, until } }
}

/** School days around a date, nearest first, that may hold an R running with one on it. */
export const daysAround = (calendar: Calendar, date: LocalDate, most: number): readonly LocalDate[] => {
  const days: LocalDate[] = []
  let [before, after] = [date, date]
  for (let step = 0; step < most; step++) {
    before = previousSchoolDay(calendar, before)
    after = nextSchoolDay(calendar, after)
    days.push(before, after)
  }
  return days
}

/** School days running with R, were the date one of them; `isR` says which of the others are. */
export const daysRunning = (calendar: Calendar, date: LocalDate, isR: (date: LocalDate) => boolean): number => {
  let count = 1
  for (let day = previousSchoolDay(calendar, date); isR(day); day = previousSchoolDay(calendar, day)) count++
  for (let day = nextSchoolDay(calendar, date); isR(day); day = nextSchoolDay(calendar, day)) count++
  return count
}
