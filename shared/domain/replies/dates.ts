/** Dates a parent means: "til thursday", "back on monday", "two days", "until 14/1", "tomorrow", "all week". Always about days to come. */
import { type Calendar, nextSchoolDay, previousSchoolDay } from '../calendar.ts'
import { addDays, isLocalDate, type LocalDate, weekday } from '../time.ts'

export interface Span {
  readonly from: LocalDate
  readonly until: LocalDate
  readonly because: string
}

const DAYS = ['mon(?:day)?', 'tue(?:s|sday)?', 'wed(?:s|nesday)?', 'thu(?:r|rs|rsday)?', 'fri(?:day)?']
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  couple: 2,
  few: 3,
}
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The next such weekday after today; today's own name means a week from now. */
const nextWeekdayFrom = (today: LocalDate, name: string): LocalDate => {
  const day = DAYS.findIndex((pattern) => new RegExp(`^${pattern}$`).test(name)) + 1
  return addDays(today, (day - weekday(today) + 7) % 7 || 7)
}

/** A day and month, this year's or the next to come. */
const dayOfYear = (today: LocalDate, day: number, month: number): LocalDate | undefined => {
  const written = (year: number) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const year = Number(today.slice(0, 4))
  return [written(year), written(year + 1)].find((date) => isLocalDate(date) && date >= today)
}

const ANY_DAY = DAYS.join('|')
const UNTIL = /\b(?:until|untill|till|til|til'|to|thru|through)\s+(?:the\s+)?/.source
const BACK = /\b(?:back|return(?:ing)?|in)\s+(?:in\s+|to\s+school\s+)?(?:on\s+)?/.source
const WRITTEN =
  /(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s/.-]+(\d{1,2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/.source

const written = (today: LocalDate, match: RegExpExecArray | null): LocalDate | undefined => {
  const [, day, month] = match ?? []
  if (day === undefined || month === undefined) return undefined
  const number = /^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3)) + 1
  return dayOfYear(today, Number(day), number)
}

/**
 * The days a text speaks of, or `undefined` when it names none. `words` is normalised lower-case text. "Back on Monday" ends on the
 * school day before.
 */
export const readSpan = (words: string, today: LocalDate, calendar: Calendar): Span | undefined => {
  const upTo = (until: LocalDate | undefined, because: string): Span | undefined =>
    until === undefined || until < today ? undefined : { from: today, until, because }
  const back = new RegExp(`${BACK}(${ANY_DAY})\\b`).exec(words)
  if (back) return upTo(previousSchoolDay(calendar, nextWeekdayFrom(today, back[1] ?? '')), back[0])
  const backTomorrow = /\bback (?:in )?tomorrow\b/.exec(words)
  if (backTomorrow) return upTo(today, backTomorrow[0])
  const backDate = new RegExp(`${BACK}(?:the\\s+)?${WRITTEN}`).exec(words)
  const returns = written(today, backDate)
  if (backDate && returns !== undefined) return upTo(previousSchoolDay(calendar, returns), backDate[0])
  const untilDay = new RegExp(`${UNTIL}(${ANY_DAY})\\b`).exec(words)
  if (untilDay) return upTo(nextWeekdayFrom(today, untilDay[1] ?? ''), untilDay[0])
  const untilDate = new RegExp(`${UNTIL}${WRITTEN}`).exec(words)
  if (untilDate) return upTo(written(today, untilDate), untilDate[0])
  const count = /\b(?:for\s+)?(\d|a|one|two|three|four|five|couple|few)\s+(?:of\s+|more\s+)?days?\b/.exec(words)
  if (count) {
    const days = NUMBERS[count[1] ?? ''] ?? Number(count[1])
    let until = today
    for (let day = 1; day < days; day++) until = nextSchoolDay(calendar, until)
    return upTo(until, count[0])
  }
  const week = /\b(?:all|rest of (?:the|this)|this) week\b/.exec(words)
  if (week) return upTo(addDays(today, Math.max(0, 5 - weekday(today))), week[0])
  const tomorrow = /\b(?:today and tomorrow|tomorrow too|tomorrow as well)\b/.exec(words)
  if (tomorrow) return upTo(nextSchoolDay(calendar, today), tomorrow[0])
  const single = /\btoday\b/.exec(words)
  return single ? upTo(today, single[0]) : undefined
}
