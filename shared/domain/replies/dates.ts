/** Dates a parent means: "til thursday", "back on monday", "two days", "48 hours", "until 14/1", "tomorrow", "all week". */
import { type Calendar, nextSchoolDay, previousSchoolDay, schoolDaysAfter } from '../calendar.ts'
import { addDays, type LocalDate, mondayOf, weekday } from '../time.ts'
import { nextWeekday, readWritten, WEEKDAY, WRITTEN } from './days.ts'

export interface Span {
  readonly from: LocalDate
  readonly until: LocalDate
  readonly because: string
}

interface Today {
  readonly today: LocalDate
  readonly calendar: Calendar
}

/** What a form of words makes of its match; `undefined` when it is no date after all. */
interface Form {
  readonly pattern: RegExp
  until?(match: RegExpExecArray, when: Today, before: string): LocalDate | undefined
  /** A form that speaks of a day to come instead of beginning today. */
  day?(match: RegExpExecArray, when: Today): LocalDate | undefined
}

/** A date farther off than this is a slip of the thumb, or a matter for a person. */
const FARTHEST_DAYS = 56

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
const COUNT = /(\d{1,2}|a|one|two|three|four|five|couple|few)/.source
const countOf = (word = ''): number => NUMBERS[word] ?? Number(word)

const TILL = /(?:until|untill|till|til'?|to|thru|through)/.source
const BACK = /\b(?:back|return(?:s|ing)?|in)\s+(?:in\s+|to\s+school\s+|at\s+school\s+)?(?:on\s+)?(?:the\s+)?/.source
const NOT_UNTIL =
  /\b(?:not|wont|won't|cant|can't|isnt|isn't)\s+(?:(?:be|back|in|at|to|school|coming|come|returning|return)\s+){1,4}(?:until|untill|till|til'?)\s+/
    .source

const dayBefore = (date: LocalDate | undefined, { calendar }: Today): LocalDate | undefined =>
  date === undefined ? undefined : previousSchoolDay(calendar, date)

const weekdayIn = ([, next, name = '']: RegExpExecArray, { today }: Today): LocalDate =>
  nextWeekday(today, name, next !== undefined)

/** "Been ill for 3 days" speaks of days gone by. */
const isPast = (before: string): boolean => /\b(?:been|last|past)\b.{0,30}$/.test(before)

const ahead = (days: number, { today, calendar }: Today): LocalDate =>
  schoolDaysAfter(calendar, today, Math.max(0, days - 1))

/** Forms of words, the most particular first. "Back on Monday" and "not in until Monday" end on the school day before. */
const FORMS: readonly Form[] = [
  {
    pattern: new RegExp(`${NOT_UNTIL}(next\\s+)?(${WEEKDAY})\\b`),
    until: (match, when) => dayBefore(weekdayIn(match, when), when),
  },
  {
    pattern: new RegExp(`${NOT_UNTIL}(?:the\\s+)?${WRITTEN}`),
    until: (match, when) => dayBefore(readWritten(when.today, match), when),
  },
  {
    pattern: new RegExp(`${BACK}(next\\s+)?(${WEEKDAY})\\b`),
    until: (match, when) => dayBefore(weekdayIn(match, when), when),
  },
  { pattern: new RegExp(`${BACK}tomorrow\\b`), until: (_match, { today }) => today },
  {
    pattern: new RegExp(`${BACK}next\\s+week\\b`),
    until: (_match, when) => dayBefore(addDays(mondayOf(when.today), 7), when),
  },
  {
    pattern: new RegExp(`${BACK}${WRITTEN}`),
    until: (match, when) => dayBefore(readWritten(when.today, match), when),
  },
  { pattern: new RegExp(`\\b${TILL}\\s+(?:the\\s+)?(next\\s+)?(${WEEKDAY})\\b`), until: weekdayIn },
  {
    pattern: new RegExp(`\\b${TILL}\\s+(?:the\\s+)?${WRITTEN}`),
    until: (match, when) => readWritten(when.today, match),
  },
  { pattern: new RegExp(`\\b${TILL}\\s+tomorrow\\b`), until: (_match, { today }) => addDays(today, 1) },
  {
    pattern: new RegExp(`\\b${COUNT}\\s+(?:of\\s+|more\\s+)?days?\\b(?!\\s+ago)`),
    until: ([, count], when, before) => (isPast(before) ? undefined : ahead(countOf(count), when)),
  },
  {
    pattern: /\b(24|48|72)\s*(?:h|hr|hrs|hour|hours)\b/,
    until: ([, hours], when) => ahead(Number(hours) / 24, when),
  },
  {
    pattern: new RegExp(`\\b${COUNT}\\s+(?:whole\\s+|full\\s+|more\\s+)?weeks?\\b(?!\\s+ago)`),
    until: ([, count], { today }, before) => (isPast(before) ? undefined : addDays(today, countOf(count) * 7 - 1)),
  },
  {
    pattern: /\b(?:all|rest of (?:the|this)|this|whole|the) week\b/,
    until: (_match, { today }) => addDays(today, Math.max(0, 5 - weekday(today))),
  },
  {
    pattern: /\b(?:today (?:and|&) tomorrow|tomorrow too|tomorrow as well|tomorrow also)\b/,
    until: (_match, { today, calendar }) => nextSchoolDay(calendar, today),
  },
  { pattern: /\b(?:today|this morning|this afternoon)\b/, until: (_match, { today }) => today },
  {
    pattern: /(?<!(?:see|let|ring|call|update|hopefully|should|maybe)\b.{0,30})\btomorrow\b/,
    day: (_match, { today }) => addDays(today, 1),
  },
  {
    pattern: new RegExp(`\\b(?:on|this)\\s+(next\\s+)?(${WEEKDAY})\\b`),
    day: (match, when) => {
      const date = weekdayIn(match, when)
      return date === addDays(when.today, 7) ? when.today : date
    },
  },
]

const spanOf = (form: Form, words: string, when: Today): Span | undefined => {
  const match = form.pattern.exec(words)
  if (!match) return undefined
  const because = match[0].trim()
  const day = form.day?.(match, when)
  const until = day ?? form.until?.(match, when, words.slice(0, match.index))
  if (until === undefined || until < when.today || until > addDays(when.today, FARTHEST_DAYS)) return undefined
  return { from: day ?? when.today, until, because }
}

/** The days a text speaks of, or `undefined` when it names none that can be meant. `words` is normalised. */
export const readSpan = (words: string, today: LocalDate, calendar: Calendar): Span | undefined => {
  for (const form of FORMS) {
    const span = spanOf(form, words, { today, calendar })
    if (span) return span
  }
  return undefined
}
