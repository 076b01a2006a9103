/** A marks file cut by date: what is history, and what today's teachers submit. The import judges the rows; this only sorts them. */
import { parse } from 'csv-parse/sync'
import * as z from 'zod'
import type { Session } from '../../shared/domain/codes.ts'
import type { LocalDate } from '../../shared/domain/time.ts'
import { canonicalColumn } from '../../shared/imports/column-name.ts'
import { columnsOf } from '../../shared/imports/columns.ts'
import { readDate } from '../../shared/imports/dates.ts'
import { isNoMark } from '../../shared/imports/marks.ts'
import { renameColumns } from '../../shared/imports/presets.ts'
import { separated } from '../../shared/imports/separator.ts'
import { AS_SCHOOLS_WRITE, decodeCsv, firstLine, readRows } from '../../shared/imports/table.ts'

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
  const problem = readRows(bytes, () => () => undefined)
  if (problem) throw new Error(`line ${problem.line}: ${problem.what} ${problem.remedy}`)
}

const asSession = (text: string): Session | undefined => {
  const session = text.toUpperCase()
  return session === 'AM' || session === 'PM' ? session : undefined
}

/** A row with what can be read of it; one without `row` says no mark, or cannot be sorted. */
interface ReadLine {
  readonly line: number
  readonly raw: string
  readonly on: LocalDate | undefined
  readonly session: Session | undefined
  readonly row?: MarkRow
}

const readLines = (bytes: Uint8Array): { readonly header: string; readonly lines: readonly ReadLine[] } => {
  refuseUnreadable(bytes)
  const { text, by } = separated(decodeCsv(bytes))
  const [first, ...rows] = Parsed.parse(parse(text, { ...AS_SCHOOLS_WRITE, delimiter: by, raw: true, info: true }))
  const columns = renameColumns((first?.record ?? []).map(canonicalColumn), columnsOf('marks'))
  const lines = rows.flatMap(({ record, raw, info }): readonly ReadLine[] => {
    if (record.every((cell) => cell === '')) return []
    const cells = Object.fromEntries(columns.map((column, index) => [column, record[index] ?? '']))
    const cell = (column: string): string => cells[canonicalColumn(column)] ?? ''
    const on = readDate(cell('date'))
    const session = asSession(cell('session'))
    const place = { line: firstLine(record, info.lines), raw: bare(raw), on, session }
    if (on === undefined || session === undefined || isNoMark(cell('code'))) return [place]
    const late = Number.parseInt(cell('minutesLate'), 10)
    const comment = cell('comment')
    const row = {
      line: place.line,
      raw: place.raw,
      date: on,
      session,
      class: cell('class'),
      pupilId: cell('pupilId'),
      code: cell('code'),
      ...(Number.isNaN(late) ? {} : { minutesLate: late }),
      ...(comment === '' ? {} : { comment }),
    }
    return [{ ...place, row }]
  })
  return { header: bare(first?.raw ?? ''), lines }
}

/** Sorts a marks file about a date, reading header, dates and cells as the import does. Throws when it is not CSV with a header. */
export const sortMarks = (bytes: Uint8Array, date: LocalDate): SortedMarks => {
  const { header, lines } = readLines(bytes)
  const isOfToday = ({ on, session }: ReadLine) => on === date && session !== undefined
  const isLater = ({ on }: ReadLine) => on !== undefined && on > date
  return {
    header,
    history: lines.filter((line) => !isOfToday(line) && !isLater(line)).map(({ line, raw }) => ({ line, raw })),
    today: lines.filter(isOfToday).flatMap(({ row }) => row ?? []),
    later: lines.filter(isLater).length,
  }
}

/** The marks of a file by their date, in order of time. Throws when it is not CSV with a header, or a row has no date or session. */
export const marksByDate = (bytes: Uint8Array): ReadonlyMap<LocalDate, readonly MarkRow[]> => {
  const { lines } = readLines(bytes)
  const unread = lines.find(({ on, session }) => on === undefined || session === undefined)
  if (unread) throw new Error(`line ${unread.line}: a mark needs a date and a session, AM or PM.`)
  const rows = lines.flatMap(({ row }) => row ?? []).toSorted((one, other) => (one.date < other.date ? -1 : 1))
  return Map.groupBy(rows, ({ date }) => date)
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
