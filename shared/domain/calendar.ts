/**
 * Which dates and sessions are school. Terms, INSET and bank holidays are planned closures (`#`); a snow day is unexpected (`Y4`).
 * Source: SI 2024/208 regulation 10; a date not listed is a school day if Monday to Friday.
 */
import type { Code, Session } from './codes.ts'
import type { Register } from './register.ts'
import { addDays, type LocalDate, mondayOf, weekday } from './time.ts'

export type DayKind = 'school' | 'inset' | 'holiday' | 'closure'

/** Dates as the school listed them; `terms` narrow the days between the first and the last of them. */
export interface Calendar {
  readonly listed: Readonly<Record<LocalDate, { kind: DayKind; note?: string }>>
  readonly terms: readonly { readonly from: LocalDate; readonly until: LocalDate }[]
}

/** The school, or a part of its day, closed: planned `#`, unexpected `Y4`. Its undo keeps it, with `undone`. */
export interface Closure {
  readonly id: string
  readonly from: LocalDate
  readonly until: LocalDate
  readonly sessions: readonly Session[]
  readonly code: Extract<Code, '#' | 'Y4'>
  readonly because: string
  readonly by: string
  readonly at: string
}

/** What the calendar alone says of a date. */
export const dayKind = (calendar: Calendar, date: LocalDate): DayKind => {
  const listed = calendar.listed[date]
  if (listed) return listed.kind
  if (weekday(date) > 5) return 'holiday'
  const first = calendar.terms[0]?.from
  const last = calendar.terms.at(-1)?.until
  if (first === undefined || last === undefined || date < first || date > last) return 'school'
  return calendar.terms.some((term) => term.from <= date && date <= term.until) ? 'school' : 'holiday'
}

export const isSchoolDay = (calendar: Calendar, date: LocalDate): boolean => dayKind(calendar, date) === 'school'

/** The closure over a session, if there is one. */
export const closureOf = (closures: readonly Closure[], date: LocalDate, session: Session): Closure | undefined =>
  closures.find((closure) => closure.from <= date && date <= closure.until && closure.sessions.includes(session))

/** A class's register as far as closing the school asks: what was in before it closed was taken while it was open. */
export type TakenRegister = Pick<Register, 'submitted' | 'submittedAt'>

/** The register was in before the school closed: its marks stand. */
export const standsThrough = (closure: Closure, register: TakenRegister | undefined): boolean =>
  register?.submitted === true && register.submittedAt !== undefined && register.submittedAt < closure.at

/**
 * The code everybody holds in a session that is not school, or `undefined` when it is. Asked of a class's register, a closure declared
 * after it was in leaves it as it is: regulation 10 marks what was so when the register was taken.
 */
export const closedCode = (
  calendar: Calendar,
  closures: readonly Closure[],
  date: LocalDate,
  session: Session,
  register?: TakenRegister,
): Extract<Code, '#' | 'Y4'> | undefined => {
  const kind = dayKind(calendar, date)
  if (kind === 'closure') return 'Y4'
  if (kind !== 'school') return '#'
  return closureOf(
    closures.filter((closure) => !standsThrough(closure, register)),
    date,
    session,
  )?.code
}

/** The first date of the school year that a date is in: 1 September. */
export const schoolYearOf = (date: LocalDate): LocalDate => {
  const year = Number(date.slice(0, 4)) - (date.slice(5) < '09-01' ? 1 : 0)
  return `${year}-09-01`
}

/** The next school day after a date, looking at most a year ahead. */
export const nextSchoolDay = (calendar: Calendar, date: LocalDate): LocalDate => {
  for (let ahead = 1; ahead <= 366; ahead++) {
    const day = addDays(date, ahead)
    if (isSchoolDay(calendar, day)) return day
  }
  return addDays(date, 1)
}

/** The last school day before a date. */
export const previousSchoolDay = (calendar: Calendar, date: LocalDate): LocalDate => {
  for (let back = 1; back <= 366; back++) {
    const day = addDays(date, -back)
    if (isSchoolDay(calendar, day)) return day
  }
  return addDays(date, -1)
}

/** The date that is `count` school days after another (regulation 10(7) counts school days, never working days). */
export const schoolDaysAfter = (calendar: Calendar, date: LocalDate, count: number): LocalDate =>
  count <= 0 ? date : schoolDaysAfter(calendar, nextSchoolDay(calendar, date), count - 1)

const SESSIONS = ['AM', 'PM'] as const

const hasSession = (calendar: Calendar, closures: readonly Closure[], date: LocalDate): boolean =>
  SESSIONS.some((session) => closedCode(calendar, closures, date, session) === undefined)

/** No school is closed for longer; a calendar that ends says nothing of the days after. */
const MOST_CLOSED_DAYS = 100

/** Days without school between this date and the next day with a session, closures declared for them counted. */
export const closedDaysAhead = (calendar: Calendar, closures: readonly Closure[], date: LocalDate): number => {
  const last = addDays(date, MOST_CLOSED_DAYS)
  let closed = 0
  for (let day = addDays(date, 1); day < last; day = addDays(day, 1)) {
    if (hasSession(calendar, closures, day)) return closed
    closed++
  }
  return closed
}

/** The last day before a date on which there was school, closures counted. */
export const lastDayWithSchool = (calendar: Calendar, closures: readonly Closure[], date: LocalDate): LocalDate => {
  const first = addDays(date, -MOST_CLOSED_DAYS)
  let day = addDays(date, -1)
  while (day > first && !hasSession(calendar, closures, day)) day = addDays(day, -1)
  return day
}

/** School weeks (any week with a session, however short) between two dates, as their Mondays in order. */
export const schoolWeeks = (calendar: Calendar, from: LocalDate, until: LocalDate): readonly LocalDate[] => {
  const weeks: LocalDate[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const monday = mondayOf(day)
    if (isSchoolDay(calendar, day) && weeks.at(-1) !== monday) weeks.push(monday)
  }
  return weeks
}
