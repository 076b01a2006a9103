/** A marks file cut by date: what is history, and what today's teachers submit. The import judges the rows; this only sorts them. */
import { parse } from 'csv-parse/sync'
import * as z from 'zod'
import type { Session } from '../../shared/domain/codes.ts'
import type { LocalDate } from '../../shared/domain/time.ts'
import { readDate } from '../../shared/imports/cells.ts'
import { columnsOf } from '../../shared/imports/columns.ts'
import { renameColumns } from '../../shared/imports/mapping.ts'
import { isNoMark } from '../../shared/imports/marks.ts'
import { AS_SCHOOLS_WRITE, canonicalColumn, decodeCsv, firstLine, readRows } from '../../shared/imports/table.ts'

export interface MarkRow {
  /** Where it stands in the file, 1 is the header. */
  readonly line: number
  /** As it stands there. */
  readonly raw: string
  readonly date: LocalDate
  readonly session: Session
  readonly class: string
  readonly pupilId: string
  readonly code: string
  readonly minutesLate?: number
  readonly comment?: string
}

/** Rows with the header they belong to; rows that cannot be sorted are history, so that the import reports them. */
export interface SortedMarks {
  readonly header: string
  readonly history: readonly { readonly line: number; readonly raw: string }[]
  readonly today: readonly MarkRow[]
  /** Rows after the day, which are left out. */
  readonly later: number
}

const Parsed = z.array(
  z.object({ record: z.array(z.string()), raw: z.string(), info: z.object({ lines: z.number() }) }),
)

/** The row without the line ends around it. */
const bare = (raw: string): string => raw.replace(/^[\r\n]+|[\r\n]+$/g, '')

/** Throws what the import would say of a file that cannot be read at all. */
const refuseUnreadable = (bytes: Uint8Array): void => {
  const problem = readRows(bytes, (columns) => ({ columns, read: () => undefined }))
  if (problem) throw new Error(`line ${problem.line}: ${problem.what} ${problem.remedy}`)
}

const asSession = (text: string): Session | undefined => {
  const session = text.toUpperCase()
  return session === 'AM' || session === 'PM' ? session : undefined
}

/** Sorts a marks file about a date, reading header, dates and cells as the import does. Throws when it is not CSV with a header. */
export const sortMarks = (bytes: Uint8Array, date: LocalDate): SortedMarks => {
  refuseUnreadable(bytes)
  const [first, ...rows] = Parsed.parse(parse(decodeCsv(bytes), { ...AS_SCHOOLS_WRITE, raw: true, info: true }))
  const columns = renameColumns((first?.record ?? []).map(canonicalColumn), columnsOf('marks'))
  const today: MarkRow[] = []
  const history: { line: number; raw: string }[] = []
  let later = 0
  for (const { record, raw, info } of rows) {
    if (record.every((cell) => cell === '')) continue
    const cells = Object.fromEntries(columns.map((column, index) => [column, record[index] ?? '']))
    const cell = (column: string): string => cells[canonicalColumn(column)] ?? ''
    const on = readDate(cell('date'))
    const session = asSession(cell('session'))
    const line = firstLine(record, info.lines)
    if (on !== undefined && on > date) later++
    else if (on !== date || session === undefined) history.push({ line, raw: bare(raw) })
    else if (!isNoMark(cell('code'))) {
      const late = Number.parseInt(cell('minutesLate'), 10)
      const comment = cell('comment')
      today.push({
        line,
        raw: bare(raw),
        date,
        session,
        class: cell('class'),
        pupilId: cell('pupilId'),
        code: cell('code'),
        ...(Number.isNaN(late) ? {} : { minutesLate: late }),
        ...(comment === '' ? {} : { comment }),
      })
    }
  }
  return { header: bare(first?.raw ?? ''), history, today, later }
}

/** Files of at most this size are posted in one piece. */
const MOST_CHARACTERS = 3_000_000

/** History in files small enough to post, with the line in the first file that each line stands for. */
export const inPieces = (header: string, rows: readonly { readonly line: number; readonly raw: string }[]) => {
  const pieces: { csv: string; lines: number[] }[] = []
  let current: { parts: string[]; lines: number[]; size: number } | undefined
  const close = (): void => {
    if (current) pieces.push({ csv: `${header}\n${current.parts.join('\n')}\n`, lines: current.lines })
    current = undefined
  }
  for (const { line, raw } of rows) {
    if (current && current.size > MOST_CHARACTERS) close()
    current ??= { parts: [], lines: [], size: 0 }
    current.parts.push(raw)
    current.lines.push(line)
    current.size += raw.length + 1
  }
  close()
  return pieces
}
