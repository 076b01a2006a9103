/** What reports say: the tables and charts of their JSON, the tables of their CSV, and the numbers in their sentences. */
import type { Report } from '../../../shared/domain/reports/report.ts'
import { addDays } from '../../../shared/domain/time.ts'
import { DAY, type Span, TERM, WEEK, YEAR } from './by-hand.ts'
import { csvRows } from './csv-rows.ts'
import { type Measure, type Said, said } from './said.ts'

/** A table as it is read on a page or in a spreadsheet. */
export interface ReadTable {
  readonly title: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const tablesOf = ({ sections }: Report): readonly ReadTable[] =>
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

interface Reading {
  /** How the title of its table begins. */
  readonly of: string
  readonly span: Span
  /** Who a row is about, by its first cell; nobody for a row that is no figure of ours. */
  who(first: string): string | undefined
  readonly columns: Readonly<Record<string, Measure | readonly [Measure, Span]>>
}

const HIDDEN = ['hidden', '–']
const SCHOOL = ['Whole school', 'Springbank Academy']
const school = (first: string) => (SCHOOL.includes(first) ? 'school' : undefined)
/** `Free school meals: left the roll` is whoever has left the roll. */
const group = (first: string) => (first.endsWith('left the roll') ? 'left the roll' : first)
const anyGroup = (first: string) => school(first) ?? group(first)
const aClass = (first: string) => school(first) ?? (first === 'left the roll' ? first : `class ${first}`)
const itself = (first: string) => first

const RATES = {
  'Attendance (%)': 'attendance %',
  'Authorised absence (%)': 'authorised %',
  'Unauthorised absence (%)': 'unauthorised %',
} as const
const GROUPS = {
  ...RATES,
  Pupils: 'pupils',
  'Persistently absent (pupils)': 'persistently absent',
  'Persistently absent (%)': 'persistently absent %',
  'Persistently absent (% of pupils)': 'persistently absent %',
  'Severely absent (pupils)': 'severely absent',
  'Below 90% (pupils)': 'below the line',
} as const
const PUPIL = {
  'Attendance (%)': 'attendance %',
  'Authorised (sessions)': 'authorised',
  'Unauthorised (sessions)': 'unauthorised',
  'Late (times)': 'late',
  'Now (%)': 'attendance %',
} as const
const REGISTER = {
  'Possible (pupils)': 'possible',
  'Attended (pupils)': 'attended',
  'Attendance (%)': 'attendance %',
  'Authorised (pupils)': 'authorised',
  'Unauthorised (pupils)': 'unauthorised',
  'Late (pupils)': 'late',
} as const

const codes = (span: Span): Reading => ({
  of: 'Codes used',
  span,
  who: () => undefined,
  columns: {},
})

/** What the tables of each report are about. */
const READINGS: Readonly<Record<string, readonly Reading[]>> = {
  daily: [
    { of: 'Classes in the morning', span: DAY, who: (name) => `the register of ${name}, AM`, columns: REGISTER },
    { of: 'Classes in the afternoon', span: DAY, who: (name) => `the register of ${name}, PM`, columns: REGISTER },
    codes(DAY),
  ],
  weekly: [
    { of: 'Classes, this week', span: WEEK, who: aClass, columns: GROUPS },
    { of: 'Classes, the school year so far', span: YEAR, who: aClass, columns: GROUPS },
    { of: 'Figures of groups', span: YEAR, who: group, columns: GROUPS },
    { of: 'Pupils below', span: YEAR, who: itself, columns: PUPIL },
    { of: 'Likely to cross', span: YEAR, who: itself, columns: PUPIL },
    {
      of: 'Movers up and down',
      span: YEAR,
      who: itself,
      columns: {
        'Before (%)': ['attendance %', { from: '2025-12-15', until: '2026-01-11' }],
        'Now (%)': ['attendance %', { from: '2026-01-12', until: YEAR.until }],
      },
    },
  ],
  classes: [
    {
      of: 'Class table of the week',
      span: WEEK,
      who: aClass,
      columns: {
        'This week (%)': 'attendance %',
        'Half term (%)': ['attendance %', TERM],
        'Late this week (times)': 'late',
      },
    },
  ],
  'class-sheet': [
    {
      of: 'Children of',
      span: TERM,
      who: itself,
      columns: {
        'Half term (%)': 'attendance %',
        'Year (%)': ['attendance %', YEAR],
        'Late this half term (times)': 'late',
      },
    },
  ],
  governors: [
    { of: 'Year groups, Spring 2026', span: TERM, who: anyGroup, columns: GROUPS },
    { of: 'Year groups, the school year so far', span: YEAR, who: anyGroup, columns: GROUPS },
    { of: 'The school beside', span: YEAR, who: school, columns: GROUPS },
    { of: 'Figures of groups', span: YEAR, who: group, columns: GROUPS },
    codes(TERM),
  ],
  year: [
    { of: 'Year groups', span: YEAR, who: anyGroup, columns: GROUPS },
    { of: 'The school beside', span: YEAR, who: school, columns: GROUPS },
    { of: 'Figures of groups', span: YEAR, who: group, columns: GROUPS },
    codes(YEAR),
  ],
}

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

type Sentence = readonly [RegExp, readonly (readonly [Measure, string, Span])[]]
const PER_CENT = '(\\d+\\.\\d)%'
const SENTENCES: Readonly<Record<string, readonly Sentence[]>> = {
  daily: (['AM', 'PM'] as const).map((session): Sentence => {
    const who = `school, ${session}`
    const pattern = `In the ${session === 'AM' ? 'morning' : 'afternoon'} (\\d+) of (\\d+) pupils attended \\(${PER_CENT}\\); (\\d+) were absent, (\\d+) came late`
    const measures: readonly Measure[] = ['attended', 'possible', 'attendance %', 'absent', 'late']
    return [new RegExp(pattern), measures.map((measure) => [measure, who, DAY])]
  }),
  weekly: [
    [
      new RegExp(`Attendance this week is ${PER_CENT}; of the school year so far ${PER_CENT}`),
      [
        ['attendance %', 'school', WEEK],
        ['attendance %', 'school', YEAR],
      ],
    ],
    [/(\d+) pupils? (?:is|are) persistently absent by/, [['persistently absent', 'school', YEAR]]],
  ],
  governors: [
    [
      new RegExp(`Attendance of the term .* is ${PER_CENT}: ([\\d,]+) of ([\\d,]+) possible sessions`),
      [
        ['attendance %', 'school', TERM],
        ['attended', 'school', TERM],
        ['possible', 'school', TERM],
      ],
    ],
    [
      new RegExp(`(\\d+) of (\\d+) pupils \\(${PER_CENT}\\) are persistently absent`),
      [
        ['persistently absent', 'school', TERM],
        ['pupils', 'school', TERM],
        ['persistently absent %', 'school', TERM],
      ],
    ],
  ],
  year: [
    [
      new RegExp(`Attendance of the school year so far is ${PER_CENT}: ([\\d,]+) of ([\\d,]+) possible sessions`),
      [
        ['attendance %', 'school', YEAR],
        ['attended', 'school', YEAR],
        ['possible', 'school', YEAR],
      ],
    ],
  ],
}

const sheetSentences = ({ title }: Report): readonly Sentence[] => {
  const name = /^Attendance of (\w+),/.exec(title)?.[1] ?? ''
  return [[new RegExp(`this half term is ${PER_CENT}`), [['attendance %', `class ${name}`, TERM]]]]
}

/** The numbers in the sentences that a report begins with. Each sentence that is expected must be there. */
const fromSentences = (report: Report): readonly Said[] => {
  const sentences = report.name === 'class-sheet' ? sheetSentences(report) : (SENTENCES[report.name] ?? [])
  const text = report.findings.join('\n')
  return sentences.flatMap(([pattern, about]) => {
    const found = pattern.exec(text)
    if (found === null) throw new Error(`The ${report.name} report does not say ${pattern}:\n${text}`)
    const place = `the ${report.name} report, its findings`
    return about.map(([measure, who, { from, until }], at) =>
      said(place, { measure, who, from, until }, (found[at + 1] ?? '').replaceAll(',', '')),
    )
  })
}

export const fromReport = (report: Report, began: Began): readonly Said[] => [
  ...fromTables(report.name, 'page', tablesOf(report), began),
  ...fromCharts(report),
  ...fromSentences(report),
]
