/** Dates as systems write them. */
import type { DateOrder } from '../domain/imports/mapping.ts'
import { isLocalDate, type LocalDate } from '../domain/time.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const pad = (number: string): string => number.padStart(2, '0')

const dated = (year: string, month: string, day: string): LocalDate | undefined => {
  const iso = `${year.length === 2 ? `20${year}` : year}-${pad(month)}-${pad(day)}`
  return isLocalDate(iso) ? iso : undefined
}

const isoIn = (text: string): LocalDate | undefined => {
  const iso = text.slice(0, 10)
  return isLocalDate(iso) && /^\d{4}-\d{2}-\d{2}([T ].*)?$/.test(text) ? iso : undefined
}

/** ISO, or as the United Kingdom writes dates. */
export const readDate = (text: string): LocalDate | undefined => {
  const uk = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  return uk ? dated(uk[3] ?? '', uk[2] ?? '', uk[1] ?? '') : isoIn(text)
}

/** `12 Jan 2026`, `Mon 12-January-26`: a month in letters can be taken for no other. */
const monthInLetters = (text: string): LocalDate | undefined => {
  const [, day = '', name = '', year = ''] = /^(\d{1,2})[ /.-]*([a-z]{3,9})[ /.-]*(\d{4}|\d{2})$/i.exec(text) ?? []
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase())
  return month < 0 ? undefined : dated(year, String(month + 1), day)
}

const WEEKDAY = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[ ,.]+/i
/** A time of day after a date says nothing of it. */
const TIME = /[ T]+\d{1,2}:\d{2}(:\d{2})?(\.\d+)?( ?[ap]m)?$/i

/** Reads a date in the order that a mapping names; two digits of a year are of this century. */
export const readDateIn = (order: DateOrder, text: string): LocalDate | undefined => {
  if (order === 'iso-or-uk') return readDate(text)
  const bare = text.trim().replace(WEEKDAY, '').replace(TIME, '')
  const [, first = '', second = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(bare) ?? []
  if (year === '') return isoIn(bare) ?? monthInLetters(bare)
  return order === 'day-first' ? dated(year, second, first) : dated(year, first, second)
}

/** What a person is told to write. */
export const DATE_REMEDY: Readonly<Record<DateOrder, string>> = {
  'iso-or-uk': 'Write it as 2026-01-31 or 31/01/2026.',
  'day-first': 'The mapping expects the day first, like 31/01/26 or 31 Jan 2026.',
  'month-first': 'The mapping expects the month first, like 01/31/2026.',
}

const SESSION_IN = /(^|[^a-z])(am|pm|morning|afternoon)([^a-z]|$)/i

/** The date and session that a column's header names: `12/01/2026 AM`, `PM Mon 12 Jan 26`. */
export const readSessionHeader = (
  order: DateOrder,
  header: string,
): { readonly date: LocalDate; readonly session: 'AM' | 'PM' } | undefined => {
  const word = SESSION_IN.exec(header)?.[2]?.toLowerCase()
  if (word === undefined) return undefined
  const rest = header
    .replace(SESSION_IN, ' ')
    .replace(/[()[\]:,]/g, ' ')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replace(/[-_ ]+$/, '')
  const bare = rest.replace(WEEKDAY, '')
  const date = readDateIn(order, bare) ?? (order === 'iso-or-uk' ? monthInLetters(bare) : undefined)
  return date === undefined ? undefined : { date, session: word === 'am' || word === 'morning' ? 'AM' : 'PM' }
}
