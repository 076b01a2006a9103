/** Reads a CSV file (RFC 4180) into rows that know their line, whatever a school's system wrote: BOM, CRLF, Windows-1252, semicolons, tabs. */
import { CsvError, parse } from 'csv-parse/sync'
import { MOST_FILE_BYTES, MOST_FILE_ROWS, TOO_LARGE } from '../domain/imports/file-size.ts'
import { fileText } from '../domain/imports/file-text.ts'
import { canonicalColumn } from './column-name.ts'
import type { Reading } from './reading.ts'
import { separated } from './separator.ts'

/** What is wrong, where, and what to do. Lines count from 1, the header; 0 is the file as a whole. */
export interface FileProblem {
  readonly line: number
  readonly column: string
  readonly what: string
  readonly remedy: string
}

export interface CsvRow {
  /** The line on which the row begins. */
  readonly line: number
  /** Cells by the canonical spelling of their column. */
  readonly cells: Readonly<Record<string, string>>
  /** How its cells are read, where a mapping says so, and what its columns are called in the file. */
  readonly reading?: Reading
}

export interface CsvTable {
  readonly columns: readonly string[]
  readonly rows: readonly CsvRow[]
}

/** One kind of line end, so that lines are counted as an editor counts them. */
export const decodeCsv = (bytes: Uint8Array): string => fileText(bytes).replaceAll(/\r\n?/g, '\n')

/** How files are read: blank lines skipped, cells trimmed. */
export const AS_SCHOOLS_WRITE = {
  bom: true,
  trim: true,
  skip_empty_lines: true,
  relax_column_count: true,
  record_delimiter: '\n',
} as const

type Unreadable = { readonly problem: FileProblem }

const unreadable = (line: number, what: string, remedy: string): Unreadable => ({
  problem: { line, column: '', what, remedy },
})

const tooLong = unreadable(
  1,
  `The file has more than ${MOST_FILE_ROWS.toLocaleString('en-GB')} rows.`,
  'Send it in parts, a term at a time.',
)

/** The reader counts to a row's last line; a cell of several lines began earlier. */
export const firstLine = (record: readonly string[], last: number): number =>
  last - record.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0)

/** What to do with the cells of each row, in the order of the header. */
type RowReader = (cells: readonly string[], line: number) => void

/** Cells by their column; of one that stands twice the last. */
export const cellsBy = (columns: readonly string[], cells: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']))

/**
 * Reads a file row by row, so that a year of marks is never held twice; answers the one problem that makes it unreadable. Blank lines are
 * skipped, cells are trimmed.
 */
export const readRows = (
  bytes: Uint8Array,
  open: (header: readonly string[]) => RowReader,
): FileProblem | undefined => {
  if (bytes.length > MOST_FILE_BYTES) return { line: 0, column: '', ...TOO_LARGE }
  let read: RowReader | undefined
  let count = 0
  const take = (record: readonly string[], line: number): void => {
    if (read === undefined) {
      read = open(record)
      return
    }
    count++
    if (count > MOST_FILE_ROWS || record.every((cell) => cell === '')) return
    read(record, firstLine(record, line))
  }
  try {
    const { text, by } = separated(decodeCsv(bytes))
    parse(text, {
      ...AS_SCHOOLS_WRITE,
      delimiter: by,
      on_record: (record: readonly string[], { lines }) => {
        take(record, lines)
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return unreadable(
      typeof error.lines === 'number' ? error.lines : 1,
      'The file is not CSV: a quote is opened or closed where it should not be.',
      'Export the file again, or correct the quotes on this line.',
    ).problem
  }
  if (read === undefined) return unreadable(1, 'The file is empty.', 'Export the file again with a header row.').problem
  return count > MOST_FILE_ROWS ? tooLong.problem : undefined
}

/** The whole table in a file, or the one problem that makes it unreadable. */
export const readTable = (bytes: Uint8Array): CsvTable | Unreadable => {
  const rows: CsvRow[] = []
  let columns: readonly string[] = []
  const problem = readRows(bytes, (header) => {
    columns = header.map(canonicalColumn)
    return (cells, line) => rows.push({ line, cells: cellsBy(columns, cells) })
  })
  return problem === undefined ? { columns, rows } : { problem }
}
