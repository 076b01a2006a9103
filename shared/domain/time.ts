/**
 * Dates, clock times and instants, in the three shapes Firstbell speaks:
 * local dates (`2026-01-12`), local clock times (`09:15`) and UTC instants (`2026-01-12T09:15:00.000Z`).
 * The only module that imports a time library, so that the runtime's own Temporal can replace it in one line.
 * A session's identity is always local date + AM/PM, never an instant.
 */
import { Temporal } from 'temporal-polyfill'

/** A local calendar date, `YYYY-MM-DD`. */
export type LocalDate = string
/** A local clock time to the minute, `HH:MM`. */
export type LocalTime = string
/** A UTC instant, ISO 8601 with `Z` and milliseconds, so that text order is time order. */
export type Instant = string
/** An IANA zone, `Europe/London`. */
export type Zone = string

const toInstant = (ms: number): Instant => new Date(ms).toISOString()
const millis = (at: Instant): number => Date.parse(at)

/** An instant in its one canonical spelling; throws RangeError on anything else. */
export const canonicalInstant = (text: string): Instant => toInstant(Temporal.Instant.from(text).epochMilliseconds)

/** The local date at an instant. */
export const localDate = (at: Instant, zone: Zone): LocalDate =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString()

/** The local clock time at an instant, cut to the minute: schools compare times by the minute. */
export const localTime = (at: Instant, zone: Zone): LocalTime =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5)

/** The instant of a local date and clock time. A time that the spring change skips moves forward; a doubled one is the first. */
export const instantOf = (date: LocalDate, time: LocalTime, zone: Zone): Instant =>
  toInstant(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds)

export const addMinutes = (at: Instant, minutes: number): Instant => toInstant(millis(at) + minutes * 60_000)

/** Whole minutes from one instant to a later one (negative when it is earlier). */
export const minutesBetween = (from: Instant, to: Instant): number => Math.floor((millis(to) - millis(from)) / 60_000)

export const addDays = (date: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString()

/** Days from one date to another. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days

/** 1 Monday to 7 Sunday. */
export const weekday = (date: LocalDate): number => Temporal.PlainDate.from(date).dayOfWeek

/** The Monday of the date's week. */
export const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekday(date))

/** Minutes between two clock times of one day. */
export const clockMinutes = (from: LocalTime, to: LocalTime): number => minutesOfDay(to) - minutesOfDay(from)

const minutesOfDay = (time: LocalTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** A clock time some minutes later the same day. */
export const clockAfter = (time: LocalTime, minutes: number): LocalTime => {
  const total = minutesOfDay(time) + minutes
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
}

/** True for a real calendar date in the one spelling. */
export const isLocalDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A date as a letter or a text would say it: `Monday 12 January`. */
export const spokenDate = (date: LocalDate): string =>
  `${WEEKDAYS[weekday(date) - 1]} ${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1]}`

/** A clock time as a text would say it: `9:15am`. */
export const spokenTime = (time: LocalTime): string => {
  const hour = Number(time.slice(0, 2))
  return `${hour % 12 === 0 ? 12 : hour % 12}:${time.slice(3, 5)}${hour < 12 ? 'am' : 'pm'}`
}
