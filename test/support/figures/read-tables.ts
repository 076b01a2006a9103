/** The tables of a report as they are read on a page or in a spreadsheet. */
import type { Report } from '../../../shared/domain/reports/report.ts'
import { csvRows } from './csv-rows.ts'

/** A table as it is read on a page or in a spreadsheet. */
export interface ReadTable {
  readonly title: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export const tablesOf = ({ sections }: Report): readonly ReadTable[] =>
  sections.map(({ table: { title, columns, rows } }) => ({
    title,
    headings: columns.map((column) => (column.unit ? `${column.title} (${column.unit})` : column.title)),
    rows,
  }))

/** The tables of a CSV: each after an empty row, its title alone in a row, its headings, its rows. */
export const tablesIn = (csv: string): readonly ReadTable[] => {
  const rows = csvRows(csv)
  const starts = rows.flatMap((row, at) => (row.join('') === '' && rows[at + 1]?.length === 1 ? [at + 1] : []))
  return starts.flatMap((start) => {
    const [title = []] = [rows[start] ?? []]
    const end = rows.findIndex((row, at) => at > start && row.join('') === '')
    const body = rows.slice(start + 2, end < 0 ? rows.length : end).filter(([first]) => first !== 'Note')
    return [{ title: title[0] ?? '', headings: rows[start + 1] ?? [], rows: body }]
  })
}
