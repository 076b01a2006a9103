/** A marks file cut by date: what is history, and what today's teachers submit. The import judges the rows; this only sorts them. */
import { parse } from 'csv-parse/sync'
import * as z from 'zod'
import type { Session } from '../../shared/domain/codes.ts'
import type { LocalDate } from '../../shared/domain/time.ts'

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
  z.object({
    record: z.record(z.string(), z.string().optional()),
    raw: z.string(),
    info: z.object({ lines: z.number() }),
  }),
)

/** The row without the line ends around it. */
const bare = (raw: string): string => raw.replace(/^[\r\n]+|[\r\n]+$/g, '')

/** ISO, or as it is written in the United Kingdom. */
const isoDate = (text: string): string => {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim()) ?? []
  return year === '' ? text.trim() : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** Sorts a marks file about a date. Throws when it is not CSV with a header. */
export const sortMarks = (text: string, date: LocalDate): SortedMarks => {
  const plain = text.replace(/^\uFEFF/, '')
  const header = plain.slice(0, plain.search(/\r?\n|$/))
  const rows = Parsed.parse(
    parse(plain, {
      columns: (names: string[]) => names.map((name) => name.trim()),
      raw: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }),
  )
  const today: MarkRow[] = []
  const history: { line: number; raw: string }[] = []
  let later = 0
  for (const { record, raw, info } of rows) {
    const on = isoDate(record.date ?? '')
    const session = (record.session ?? '').trim().toUpperCase()
    const line = info.lines
    const isSession = session === 'AM' || session === 'PM'
    if (/^\d{4}-/.test(on) && on > date) later++
    else if (on === date && isSession) {
      const late = Number.parseInt(record.minutesLate ?? '', 10)
      today.push({
        line,
        raw: bare(raw),
        date,
        session,
        class: (record.class ?? '').trim(),
        pupilId: (record.pupilId ?? '').trim(),
        code: (record.code ?? '').trim(),
        ...(Number.isNaN(late) ? {} : { minutesLate: late }),
      })
    } else history.push({ line, raw: bare(raw) })
  }
  return { header, history, today, later }
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
