/** Which periods of an extract are over, and since when they may be made. */
import { type Calendar, isSchoolDay, schoolDaysAfter } from '../calendar.ts'
import type { Span } from '../counting/window.ts'
import { addDays, type LocalDate, mondayOf } from '../time.ts'

/** `daily` each school day · `weekly` Monday to Sunday · `monthly` a month of the calendar · `half-term` a term of the school's calendar. */
export const RHYTHMS = ['daily', 'weekly', 'monthly', 'half-term'] as const
export type Rhythm = (typeof RHYTHMS)[number]

interface School {
  readonly calendar: Calendar
  /** The half terms of the policy; the calendar of dates may have none. */
  readonly terms: readonly Span[]
}

const monthOf = (date: LocalDate): Span => {
  const from = `${date.slice(0, 7)}-01`
  const next = addDays(from, 31).slice(0, 7)
  return { from, until: addDays(`${next}-01`, -1) }
}

const hasSchool = (calendar: Calendar, { from, until }: Span): boolean => {
  for (let date = from; date <= until; date = addDays(date, 1)) if (isSchoolDay(calendar, date)) return true
  return false
}

/** The last period that is over on a date. */
const lastOver = (rhythm: Rhythm, { calendar, terms }: School, today: LocalDate): Span | undefined => {
  switch (rhythm) {
    case 'daily': {
      for (let back = 1; back <= 100; back++) {
        const date = addDays(today, -back)
        if (isSchoolDay(calendar, date)) return { from: date, until: date }
      }
      return undefined
    }
    case 'weekly': {
      const monday = addDays(mondayOf(today), -7)
      return { from: monday, until: addDays(monday, 6) }
    }
    case 'monthly':
      return monthOf(addDays(`${today.slice(0, 7)}-01`, -1))
    case 'half-term':
      return terms.findLast(({ until }) => until < today)
    default:
      return rhythm satisfies never
  }
}

/**
 * The newest period that may be made on a date, `afterSchoolDays` school days after its end, and the earlier ones that are looked at again,
 * the newest first. A week or a month without a school day is none.
 */
export const periodsOver = (
  rhythm: Rhythm,
  school: School,
  today: LocalDate,
  { afterSchoolDays, lookBack }: { readonly afterSchoolDays: number; readonly lookBack: number },
): readonly Span[] => {
  const periods: Span[] = []
  let before = today
  for (let tried = 0; tried < 60 && periods.length <= lookBack; tried++) {
    const period = lastOver(rhythm, school, before)
    if (period === undefined) break
    before = period.from
    const isReady = schoolDaysAfter(school.calendar, period.until, afterSchoolDays) < today
    if (isReady && hasSchool(school.calendar, period)) periods.push(period)
  }
  return periods
}
