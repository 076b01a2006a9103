/** A report as a file for a spreadsheet: its sentences, then each table under its title, headings with units. */
import { csvText } from '../csv-text.ts'
import type { Report } from './report.ts'

export const reportCsv = ({ title, school, period, date, findings, sections, notes }: Report): string =>
  csvText([
    [title],
    ['School', school],
    ['Period', period.from, period.until],
    ['Counted to', date],
    ...findings.map((text) => ['Finding', text]),
    ...sections.flatMap(({ table }) => [
      [],
      [table.title],
      table.columns.map(({ title: name, unit }) => (unit ? `${name} (${unit})` : name)),
      ...table.rows,
      ...(table.note === undefined ? [] : [['Note', table.note]]),
    ]),
    [],
    ...notes.map((text) => ['Note', text]),
  ])
