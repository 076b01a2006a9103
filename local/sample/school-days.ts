/** The days of a made-up academy, from its policy: what is school, and what calendar.csv has to list. */
import type { Policy } from '../../academies/policy.ts'
import { type Calendar, type DayKind, dayKind } from '../../shared/domain/calendar.ts'
import { addDays, type LocalDate, weekday } from '../../shared/domain/time.ts'

export interface ListedDay {
  readonly date: LocalDate
  readonly kind: DayKind
  readonly note: string
}

/** 1 September of the academic year that a date is in. */
export const yearStart = (date: LocalDate): LocalDate => {
  const year = Number(date.slice(0, 4))
  return `${date.slice(5) >= '09-01' ? year : year - 1}-09-01`
}

const calendarOf = ({ calendar }: Policy): Calendar => ({
  terms: calendar.terms,
  listed: Object.fromEntries([
    ...calendar.bankHolidays.map((date) => [date, { kind: 'holiday', note: 'Bank holiday' }] as const),
    ...calendar.inset.map((date) => [date, { kind: 'inset', note: 'INSET day' }] as const),
    ...calendar.closures.map((date) => [date, { kind: 'holiday', note: 'Planned closure' }] as const),
  ]),
})

/** Days before the first term or after the last of a year that the policy knows are holidays; other years have only weekdays. */
const kindOf = (calendar: Calendar, date: LocalDate): DayKind => {
  const kind = dayKind(calendar, date)
  const inTerm = calendar.terms.some((term) => term.from <= date && date <= term.until)
  const yearKnown = calendar.terms.some((term) => yearStart(term.from) === yearStart(date))
  return kind === 'school' && yearKnown && !inTerm ? 'holiday' : kind
}

const datesFrom = (from: LocalDate, until: LocalDate): readonly LocalDate[] => {
  const dates: LocalDate[] = []
  for (let date = from; date <= until; date = addDays(date, 1)) dates.push(date)
  return dates
}

/** School days from one date to another, both included. */
export const schoolDays = (policy: Policy, from: LocalDate, until: LocalDate): readonly LocalDate[] => {
  const calendar = calendarOf(policy)
  return datesFrom(from, until).filter((date) => kindOf(calendar, date) === 'school')
}

/** Every Monday to Friday without school from the first date to the end of the last date's academic year. */
export const listedDays = (policy: Policy, from: LocalDate, until: LocalDate): readonly ListedDay[] => {
  const calendar = calendarOf(policy)
  const last = addDays(`${Number(yearStart(until).slice(0, 4)) + 1}-09-01`, -1)
  return datesFrom(from, last).flatMap((date) => {
    const kind = kindOf(calendar, date)
    if (weekday(date) > 5 || kind === 'school') return []
    return [{ date, kind, note: calendar.listed[date]?.note ?? 'School holiday' }]
  })
}
