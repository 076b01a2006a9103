/** Which reports are made on a day without being asked for, by the policy's schedule and the school's calendar. */
import type { Policy } from '../../../academies/policy.ts'
import { type Calendar, isSchoolDay, nextSchoolDay, previousSchoolDay, schoolWeeks, schoolYearOf } from '../calendar.ts'
import { addDays, type LocalDate, mondayOf } from '../time.ts'
import { REPORT_KINDS, type ReportName } from './index.ts'
import { halfTermAt, termName } from './spans.ts'

type Terms = Policy['calendar']['terms']
type Every = Policy['reports']['schedule'][ReportName]['every']

const beginsWeek = (calendar: Calendar, today: LocalDate): boolean =>
  mondayOf(previousSchoolDay(calendar, today)) < mondayOf(today)

/** The last school day of a half term, and what the next school day belongs to. */
const ends = (calendar: Calendar, terms: Terms, today: LocalDate, what: 'half-term' | 'term' | 'year'): boolean => {
  const next = nextSchoolDay(calendar, today)
  const [half, after] = [halfTermAt(terms, today), halfTermAt(terms, next)]
  // Where the calendar ends with this half term, everything ends with it.
  if (half === undefined || half.until < today) return false
  if (after === half) return next > half.until
  if (after === undefined || what === 'half-term') return true
  return what === 'term' ? termName(half) !== termName(after) : schoolYearOf(half.from) !== schoolYearOf(after.from)
}

const falls = (every: Every, calendar: Calendar, terms: Terms, today: LocalDate): boolean => {
  switch (every) {
    case 'never':
      return false
    case 'school-day':
      return true
    case 'week':
      return beginsWeek(calendar, today)
    case 'fortnight':
      return beginsWeek(calendar, today) && schoolWeeks(calendar, schoolYearOf(today), today).length % 2 === 1
    default:
      return ends(calendar, terms, today, every)
  }
}

/** The reports of a day: none on a day without school. */
export const reportsDue = (
  { reports: { schedule }, calendar: { terms } }: Pick<Policy, 'reports' | 'calendar'>,
  calendar: Calendar,
  today: LocalDate,
): readonly ReportName[] =>
  isSchoolDay(calendar, today)
    ? (Object.keys(schedule) as readonly ReportName[]).filter((name) =>
        falls(schedule[name].every, calendar, terms, today),
      )
    : []

/** The last date that a report of a day counts: the day before, and the last school day before where it is of one day alone. */
export const countsTo = (calendar: Calendar, due: LocalDate, name: ReportName): LocalDate =>
  REPORT_KINDS[name].isOfOneDay ? previousSchoolDay(calendar, due) : addDays(due, -1)

/** No report is rarer than once a year. */
const MOST_BACK = 366

/** The last day, up to today, on which a report was due. */
export const lastDue = (
  policy: Pick<Policy, 'reports' | 'calendar'>,
  calendar: Calendar,
  today: LocalDate,
  name: ReportName,
): LocalDate | undefined => {
  if (policy.reports.schedule[name].every === 'never') return undefined
  for (let back = 0; back <= MOST_BACK; back++) {
    const day = addDays(today, -back)
    if (isSchoolDay(calendar, day) && falls(policy.reports.schedule[name].every, calendar, policy.calendar.terms, day))
      return day
  }
  return undefined
}
