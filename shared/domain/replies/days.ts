/** Days of the week and dates as parents write them. */
import { addDays, isLocalDate, type LocalDate, mondayOf, weekday } from '../time.ts'

const DAYS = [
  'mon(?:day)?',
  'tue(?:s|sday|day)?',
  'wed(?:s|nesday|nsday)?|wensday',
  'thu(?:r|rs|rsday)?',
  'fri(?:day)?',
]
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A school day of the week, long, short or misspelt. */
export const WEEKDAY = DAYS.join('|')

/** The next such weekday after today; today's own name means a week from now. `following`: in the week after this one. */
export const nextWeekday = (today: LocalDate, name: string, following: boolean): LocalDate => {
  const day = DAYS.findIndex((pattern) => new RegExp(`^(?:${pattern})$`).test(name)) + 1
  return following ? addDays(mondayOf(today), 6 + day) : addDays(today, (day - weekday(today) + 7) % 7 || 7)
}

/** A day and month: "14/1", "14th of january", "14 jan". */
export const WRITTEN =
  /(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s/.-]{1,3}(\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b/
    .source

/** The date a match of `WRITTEN` means, this year's or the next to come; `undefined` when there is no such date. */
export const readWritten = (today: LocalDate, match: RegExpExecArray): LocalDate | undefined => {
  const [, day, month] = match
  if (day === undefined || month === undefined) return undefined
  const number = /^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3)) + 1
  const year = Number(today.slice(0, 4))
  const dates = [year, year + 1].map((each) => `${each}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`)
  return dates.find((date) => isLocalDate(date) && date >= today)
}
