/** What reports say: the tables and charts of their JSON, the tables of their CSV, and the numbers in their sentences. */
import type { Report } from '../../../shared/domain/reports/report.ts'
import { addDays } from '../../../shared/domain/time.ts'
import { type Span, TERM, YEAR } from './by-hand.ts'
import { fromSentences } from './from-sentences.ts'
import { type ReadTable, tablesOf } from './read-tables.ts'
import { HIDDEN, RATES, READINGS, type Reading } from './readings.ts'
import { type Measure, type Said, said } from './said.ts'

/** Half terms and codes name in a row what other tables name at their head. */
const HALVES: Readonly<Record<string, Span>> = {
  'Autumn 2 2025': { from: '2025-11-03', until: '2025-12-19' },
  'Spring 1 2026': TERM,
}

const half = (place: string, table: ReadTable): readonly Said[] =>
  table.rows.flatMap((row) =>
    table.headings.flatMap((heading, at) => {
      const span = HALVES[row[0] ?? '']
      const measure = { ...RATES, 'Possible (sessions)': 'possible' }[heading] as Measure | undefined
      return span && measure ? [said(place, { measure, who: 'school', ...span }, row[at] ?? '')] : []
    }),
  )

const code = (place: string, table: ReadTable, span: Span): readonly Said[] =>
  table.rows.map((row) =>
    said(
      place,
      { measure: `sessions under ${row[0]}`, who: 'school', ...span },
      row[table.headings.indexOf('Sessions')] ?? '',
    ),
  )

/** The sessions missed on each day of the week, added up, are those missed. */
const weekdays = (place: string, table: ReadTable, span: Span): readonly Said[] => {
  const at = table.headings.indexOf('Missed (sessions)')
  const missed = table.rows.reduce((sum, row) => sum + Number(row[at]), 0)
  return [said(place, { measure: 'absent', who: 'school', ...span }, missed)]
}

/** When the work with a family began, by the pupil's name. */
export type Began = ReadonlyMap<string, string>

/** What each case was before its work began, and since; of whom no date is known there is no question. */
const review = (place: string, table: ReadTable, began: Began): readonly Said[] =>
  table.rows.flatMap((row) => {
    const who = row[0] ?? ''
    const since = began.get(who)
    if (since === undefined) throw new Error(`${who} is in the review and has no case`)
    const spans = {
      'Attendance before (%)': { from: YEAR.from, until: addDays(since, -1) },
      'Attendance since (%)': { from: since, until: YEAR.until },
    }
    return Object.entries(spans).flatMap(([heading, span]) => {
      const value = row[table.headings.indexOf(heading)] ?? ''
      return HIDDEN.includes(value) ? [] : [said(place, { measure: 'attendance %', who, ...span }, value)]
    })
  })

const read = (place: string, table: ReadTable, { span, who, columns }: Reading): readonly Said[] =>
  table.rows.flatMap((row) => {
    const about = who(row[0] ?? '')
    if (about === undefined) return []
    return table.headings.flatMap((heading, at) => {
      const found = columns[heading]
      const value = row[at] ?? ''
      if (found === undefined || HIDDEN.includes(value)) return []
      const [measure, own] = typeof found === 'string' ? [found, span] : found
      return [said(place, { measure, who: about, ...own }, value)]
    })
  })

/** Every figure in the tables of a report. `form` is where they were read: the page or the spreadsheet. */
export const fromTables = (
  name: string,
  form: string,
  tables: readonly ReadTable[],
  began: Began = new Map(),
): readonly Said[] =>
  tables.flatMap((table) => {
    const place = `the ${name} report (${form}), table “${table.title}”`
    const whole = name === 'governors' ? TERM : YEAR
    if (table.title === 'Attendance by half term') return half(place, table)
    if (name === 'review') return review(place, table, began)
    if (table.title === 'Attendance by day of the week') return weekdays(place, table, whole)
    const reading = READINGS[name]?.find(({ of }) => table.title.startsWith(of))
    if (reading === undefined) return []
    return reading.of === 'Codes used' ? code(place, table, reading.span) : read(place, table, reading)
  })

/** What the marks of a chart stand at. */
const fromCharts = (report: Report): readonly Said[] =>
  report.sections.flatMap(({ chart, table }) => {
    if (chart === undefined || !['This week', 'Attendance'].includes(chart.series[0]?.name ?? '')) return []
    const reading = READINGS[report.name]?.find(({ of }) => table.title.startsWith(of))
    if (reading === undefined) return []
    return (chart.series[0]?.points ?? []).flatMap(({ label, tenths }) => {
      const who = reading.who(label)
      if (tenths === null || who === undefined) return []
      const place = `the ${report.name} report, chart “${chart.title}”`
      return [said(place, { measure: 'attendance %', who, ...reading.span }, (tenths / 10).toFixed(1))]
    })
  })

export const fromReport = (report: Report, began: Began): readonly Said[] => [
  ...fromTables(report.name, 'page', tablesOf(report), began),
  ...fromCharts(report),
  ...fromSentences(report),
]
