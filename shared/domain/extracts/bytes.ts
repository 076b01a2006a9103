/** An extract as text: the same rows are always the same bytes, so that a file can be made again and compared by its hash. */
import { csvText } from '../csv-text.ts'
import { cellText, type ExtractKind, type Row } from './extract.ts'

export const FORMATS = ['csv', 'json'] as const
export type Format = (typeof FORMATS)[number]

export const CONTENT_TYPES: Readonly<Record<Format | 'encrypted', string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  encrypted: 'application/octet-stream',
}

const asCsv = ({ columns }: ExtractKind, rows: readonly Row[]): string =>
  csvText([columns, ...rows.map(({ cells }) => columns.map((name) => cellText(cells[name])))])

/** One row a line. Only the columns of the extract are written, whatever else a row were to carry. */
const asJson = ({ id, version, columns }: ExtractKind, rows: readonly Row[]): string => {
  const lines = rows.map(({ cells }) =>
    JSON.stringify(Object.fromEntries(columns.map((name) => [name, cells[name] ?? null]))),
  )
  return `{"extract":${JSON.stringify(id)},"schemaVersion":${version},"rows":[\n${lines.join(',\n')}${lines.length > 0 ? '\n' : ''}]}\n`
}

/** The bytes of an extract, as UTF-8 text. CSV: RFC 4180 with a header row and no cell that a spreadsheet takes for a formula. */
export const extractText = (format: Format, kind: ExtractKind, rows: readonly Row[]): string =>
  format === 'csv' ? asCsv(kind, rows) : asJson(kind, rows)
