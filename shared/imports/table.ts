/** Reads a CSV file (RFC 4180) into rows that know their line, whatever a school's system wrote: BOM, CRLF, Windows-1252. */
import { CsvError, parse } from 'csv-parse/sync'
import * as z from 'zod'

export interface FileProblem {
  readonly line: number
  readonly column: string
  readonly what: string
  readonly remedy: string
}

export interface CsvRow {
  readonly line: number
  /** Cells by the canonical spelling of their column. */
  readonly cells: Readonly<Record<string, string>>
}

export interface CsvTable {
  readonly columns: readonly string[]
  readonly rows: readonly CsvRow[]
}

/** A year of marks of a large secondary, and as much again. */
const MOST_ROWS = 1_500_000

/** Columns match whatever their case, spaces and hyphens: `Pupil ID`, `pupil-id` and `pupilId` are one. */
export const canonicalColumn = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const Records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

/** The table in a file, or the one problem that makes it unreadable. Blank lines are skipped, cells are trimmed. */
export const readTable = (bytes: Uint8Array): CsvTable | { readonly problem: FileProblem } => {
  let records: z.infer<typeof Records>
  try {
    records = Records.parse(
      parse(decode(bytes), {
        bom: true,
        trim: true,
        skip_empty_lines: true,
        relax_column_count: true,
        info: true,
        to: MOST_ROWS + 1,
      }),
    )
  } catch (error) {
    const line = error instanceof CsvError && typeof error.lines === 'number' ? error.lines : 1
    return {
      problem: {
        line,
        column: '',
        what: 'The file is not CSV: a quote is opened or closed where it should not be.',
        remedy: 'Export the file again, or correct the quotes on this line.',
      },
    }
  }
  const [header, ...rest] = records
  if (!header) {
    return {
      problem: {
        line: 1,
        column: '',
        what: 'The file is empty.',
        remedy: 'Export the file again with a header row.',
      },
    }
  }
  if (rest.length > MOST_ROWS) {
    return {
      problem: {
        line: 1,
        column: '',
        what: 'The file has too many rows.',
        remedy: 'Send it in parts, one school year at a time.',
      },
    }
  }
  const columns = header.record.map(canonicalColumn)
  const rows = rest
    .filter(({ record }) => record.some((cell) => cell !== ''))
    .map(({ record, info }) => ({
      line: info.lines,
      cells: Object.fromEntries(columns.map((column, index) => [column, record[index] ?? ''])),
    }))
  return { columns, rows }
}
