/** A mapping proposed from a file's first rows. A person confirms it by keeping it; nothing is read by it before. */
import { readCode } from '../domain/codes.ts'
import type { DateOrder, MarkLayout } from '../domain/imports/mapping.ts'
import { canonicalColumn } from './column-name.ts'
import type { ImportedFile } from './columns.ts'
import { readDateIn, readSessionHeader } from './dates.ts'
import type { FirstRows } from './first-rows.ts'
import { type ColumnGuess, guessColumn } from './guess-column.ts'
import { NEEDS } from './needs.ts'

interface SuggestedColumn extends Partial<Omit<ColumnGuess, 'order'>> {
  readonly column: string
}

export interface Suggestion {
  /** The system that most column names are known of; absent when none is. Never confirmed by a guess. */
  readonly source?: string
  readonly columns: readonly SuggestedColumn[]
  /** Columns that must be there and are not. */
  readonly missing: readonly string[]
  readonly dates: DateOrder
  readonly layout: MarkLayout
  /** Marks in the first rows that are no national code: each needs a translation. */
  readonly unknownCodes: readonly string[]
  /** What to keep as a mapping, as far as it can be guessed. */
  readonly mapping: {
    readonly file: ImportedFile
    readonly source: string
    readonly columns: Readonly<Record<string, string>>
    readonly dates: DateOrder
    readonly layout: MarkLayout
    readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>
  }
}

const RANK = { certain: 0, likely: 1, unsure: 2 } as const
const DATE_COLUMNS = ['date', 'dateOfBirth', 'admitted', 'left', 'from', 'until', 'courtUntil']
/** Written where there is no mark. */
const NO_MARK = ['', '-', 'n/a', 'none']

/** Each of our columns once: the surest of theirs takes it, of equals the first. */
const guessAll = (file: ImportedFile, header: readonly string[]): readonly SuggestedColumn[] => {
  const guesses = header.map((column, index) => ({ column, index, guess: guessColumn(file, column) }))
  const rank = (guess: ColumnGuess | undefined): number => RANK[guess?.confidence ?? 'unsure']
  const surest = guesses.toSorted(
    (one, other) => rank(one.guess) - rank(other.guess) || (one.guess?.order ?? 0) - (other.guess?.order ?? 0),
  )
  const taken = new Map<string, number>()
  for (const { guess, index } of surest) if (guess && !taken.has(guess.to)) taken.set(guess.to, index)
  return guesses.map(({ column, index, guess }) => {
    if (!guess || taken.get(guess.to) !== index) return { column }
    const { order: _order, ...shown } = guess
    return { column, ...shown }
  })
}

/** The order in which every date of the first rows can be read. */
const orderOf = (texts: readonly string[]): DateOrder => {
  const orders: readonly DateOrder[] = ['iso-or-uk', 'day-first', 'month-first']
  return orders.find((order) => texts.every((text) => readDateIn(order, text) !== undefined)) ?? 'iso-or-uk'
}

const layoutOf = (file: ImportedFile, header: readonly string[]): MarkLayout => {
  if (file !== 'marks') return 'rows'
  if (header.some((name) => readSessionHeader('day-first', name) !== undefined)) return 'dates-across'
  const columns = header.map(canonicalColumn)
  const isOf = (session: string) => columns.some((column) => new RegExp(`^${session}(mark|code)?$`).test(column))
  return isOf('am') && isOf('pm') ? 'sessions-across' : 'rows'
}

const sourceOf = (columns: readonly SuggestedColumn[]): string | undefined => {
  const named = Map.groupBy(
    columns.flatMap(({ source }) => source ?? []),
    (source) => source,
  )
  return [...named].toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0]
}

const SESSION = /^(am|pm)(mark|code)?$/

/** Proposes how a file with these first rows is to be read. */
export const suggest = (file: ImportedFile, { header, samples }: FirstRows): Suggestion => {
  const layout = layoutOf(file, header)
  const isDated = (column: string) => layout === 'dates-across' && readSessionHeader('day-first', column) !== undefined
  const columns = guessAll(file, header).map((each): SuggestedColumn => {
    const [, session] = SESSION.exec(canonicalColumn(each.column)) ?? []
    if (layout === 'sessions-across' && session !== undefined)
      return { column: each.column, to: session.toUpperCase(), confidence: 'likely' }
    return isDated(each.column) ? { column: each.column } : each
  })
  const cellsOf = (wanted: (each: SuggestedColumn) => boolean): readonly string[] =>
    columns.flatMap((each, index) => (wanted(each) ? samples.map((row) => row[index] ?? '') : []))
  const dates = orderOf(
    cellsOf(({ to }) => to !== undefined && DATE_COLUMNS.includes(to)).filter((text) => text !== ''),
  )
  const marks = cellsOf(({ column, to }) => isDated(column) || to === 'code' || to === 'AM' || to === 'PM')
  const unknownCodes = [...new Set(marks.map((mark) => mark.trim()))]
    .filter((mark) => file === 'marks' && !NO_MARK.includes(mark.toLowerCase()) && readCode(mark) === undefined)
    .map((mark) => mark.slice(0, 10))
    .toSorted()
    .slice(0, 40)
  const given = { rows: [], 'sessions-across': ['session', 'code'], 'dates-across': ['date', 'session', 'code'] }[
    layout
  ]
  const found = new Set(columns.flatMap(({ to }) => to ?? []))
  const source = sourceOf(columns)
  const headerDates = header.some((name) => readSessionHeader('iso-or-uk', name) !== undefined)
    ? 'iso-or-uk'
    : 'day-first'
  const order = layout === 'dates-across' ? headerDates : dates
  return {
    ...(source === undefined ? {} : { source }),
    columns,
    missing: NEEDS[file].filter((column) => !found.has(column) && !given.some((each) => each === column)),
    dates: order,
    layout,
    unknownCodes,
    mapping: {
      file,
      source: source ?? 'Our system',
      columns: Object.fromEntries(columns.flatMap(({ column, to }) => (to === undefined ? [] : [[column, to]]))),
      dates: order,
      layout,
      values: {},
    },
  }
}
