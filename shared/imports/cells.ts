/** Reads one row's cells, keeping what is wrong with each: the column and the rule, never what a person's cell says. */
import type { LocalDate } from '../domain/time.ts'
import { canonicalColumn } from './column-name.ts'
import { DATE_REMEDY, readDateIn } from './dates.ts'
import { readPhone } from './phone.ts'
import type { CsvRow, FileProblem } from './table.ts'

export interface Cells {
  readonly line: number
  /** `most` is the number of characters it may have. */
  text(column: string, most?: number): string | undefined
  required(column: string): string
  /** An id that fits the API. */
  id(column: string, required?: boolean): string | undefined
  date(column: string): LocalDate | undefined
  requiredDate(column: string): LocalDate
  flag(column: string, blank: boolean): boolean
  phone(column: string, kind: 'mobile' | 'any'): string | undefined
  oneOf<const T extends string>(column: string, values: readonly T[]): T | undefined
  wholeNumber(column: string): number | undefined
  /** Something is wrong with this row that no single cell shows. */
  wrong(column: string, what: string, remedy: string): void
}

/** What has no place in a name or an address, and could turn a line of text round. */
const INVISIBLE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu
const MOST_CHARACTERS = 200

const TRUE = ['y', 'yes', 'true', '1', 't']
const FALSE = ['n', 'no', 'false', '0', 'f']

/** Yes, no, or neither. */
export const readFlag = (text: string): boolean | undefined =>
  TRUE.includes(text.toLowerCase()) ? true : FALSE.includes(text.toLowerCase()) ? false : undefined

/** What a spreadsheet would take for a formula stands behind an apostrophe in files that are safe to open. */
const SAFE_FORMULA = /^'(?=[=+\-@])/

/** A reader of one row; every complaint goes to `problems`, and names the column as the file does. */
export const readCells = (row: CsvRow, problems: FileProblem[]): Cells => {
  const { names, values, dates = 'iso-or-uk' } = row.reading ?? {}
  const cell = (column: string): string => {
    const name = canonicalColumn(column)
    const text = (row.cells[name] ?? '').replaceAll(INVISIBLE, ' ').trim().replace(SAFE_FORMULA, '')
    return values?.get(name)?.get(text.toLowerCase()) ?? text
  }
  const wrong = (column: string, what: string, remedy: string): void => {
    problems.push({ line: row.line, column: names?.get(canonicalColumn(column)) ?? column, what, remedy })
  }
  const text = (column: string, most = MOST_CHARACTERS): string | undefined => {
    const value = cell(column)
    if (value.length > most) wrong(column, `has more than ${most} characters.`, 'Shorten it.')
    return value || undefined
  }
  const required = (column: string): string => {
    const value = text(column)
    if (value === undefined) wrong(column, 'is empty.', 'Give a value.')
    return value ?? ''
  }
  const date = (column: string): LocalDate | undefined => {
    const value = cell(column)
    if (value === '') return undefined
    const read = readDateIn(dates, value)
    if (read === undefined) wrong(column, 'is not a date.', DATE_REMEDY[dates])
    return read
  }
  return {
    line: row.line,
    text,
    required,
    date,
    wrong,
    id: (column, needed = true) => {
      const value = cell(column)
      if (value === '' && needed) wrong(column, 'is empty.', 'Give a value.')
      if (value !== '' && !/^[A-Za-z0-9_-]{1,32}$/.test(value)) {
        wrong(
          column,
          'has other characters than letters, digits, hyphens and underscores, or more than 32.',
          'Use the id of the school’s own system.',
        )
      }
      return value || undefined
    },
    requiredDate: (column) => {
      if (cell(column) === '') wrong(column, 'is empty.', 'Give a date, like 2026-01-31.')
      return date(column) ?? ''
    },
    flag: (column, blank) => {
      const value = cell(column)
      if (value === '') return blank
      const read = readFlag(value)
      if (read === undefined) wrong(column, 'is not Y or N.', 'Write Y or N.')
      return read ?? blank
    },
    phone: (column, kind) => {
      const value = cell(column)
      if (value === '') return undefined
      const read = readPhone(value)
      if (read === undefined) wrong(column, 'is not a telephone number.', 'Write a UK number, like 07700 900123.')
      else if (kind === 'mobile' && !read.mobile)
        wrong(column, 'is not a UK mobile number.', 'Move it to the landline column.')
      return read?.e164
    },
    oneOf: (column, values) => {
      const value = cell(column).toLowerCase()
      const found = values.find((each) => each.toLowerCase() === value)
      if (found === undefined) wrong(column, 'is not one of the values there are.', `Use ${values.join(', ')}.`)
      return found
    },
    wholeNumber: (column) => {
      const value = cell(column)
      if (value === '') return undefined
      if (!/^\d{1,4}$/.test(value)) wrong(column, 'is not a whole number.', 'Write digits only.')
      return /^\d{1,4}$/.test(value) ? Number(value) : undefined
    },
  }
}
