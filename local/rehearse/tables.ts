/** A rehearsal as tables, once as rows and then as text for a terminal or CSV for a spreadsheet. */
import { csvText } from '../../shared/domain/csv-text.ts'
import type { Compared } from '../../shared/rehearsal/compare.ts'
import { COUNTED, type Counts } from '../../shared/rehearsal/counted.ts'
import type { Rehearsal } from '../../shared/rehearsal/rehearsal.ts'

export interface Table {
  /** Names its file. */
  readonly name: string
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** How a count is headed. */
const HEADINGS: Readonly<Record<keyof Counts, string>> = {
  texts: 'texts',
  parts: 'parts',
  unreported: 'first-day',
  late: 'late',
  corrections: 'put right',
  warnings: 'warnings',
  ladder: 'ladder',
  pages: 'to staff',
  calls: 'calls',
  visits: 'visits',
  letters: 'letters',
  meetings: 'meetings',
  referrals: 'referrals',
  notices: 'notices',
  brakes: 'brakes',
  otherTasks: 'other',
  pence: 'cost',
}

const pounds = (pence: number): string => `£${(pence / 100).toFixed(2)}`
const shown = (name: keyof Counts, count: number): string => (name === 'pence' ? pounds(count) : String(count))
const cells = (counts: Counts): readonly string[] => COUNTED.map((name) => shown(name, counts[name]))

/** A difference, with its sign. */
const signed = (name: keyof Counts, count: number): string => {
  if (count === 0) return '='
  const plain = shown(name, Math.abs(count))
  return count > 0 ? `+${plain}` : `-${plain}`
}

/** A pupil by key or a contact by id, as they are called in what is printed. */
export type NameOf = (id: string) => string

const COUNT_COLUMNS = COUNTED.map((name) => HEADINGS[name])

export const tablesOf = (rehearsal: Rehearsal, nameOf: NameOf): readonly Table[] => {
  const named = (pupils: readonly string[]): string => pupils.map(nameOf).join(' and ')
  return [
    {
      name: 'weeks',
      title: 'Week by week',
      columns: ['week of', ...COUNT_COLUMNS],
      rows: [...rehearsal.weeks.map((week) => [week.week, ...cells(week)]), ['together', ...cells(rehearsal.total)]],
    },
    {
      name: 'worst-days',
      title: 'The busiest days',
      columns: ['date', 'texts', 'calls', 'visits', 'brakes'],
      rows: rehearsal.worstDays.map((day) => [day.date, ...[day.texts, day.calls, day.visits, day.brakes].map(String)]),
    },
    {
      name: 'most-contacted',
      title: 'Contacts who would have heard most',
      columns: ['contact', 'about', 'texts', 'letters', 'cost'],
      rows: rehearsal.mostContacted.map((each) => [
        nameOf(each.contact),
        named(each.pupils),
        String(each.texts),
        String(each.letters),
        pounds(each.pence),
      ]),
    },
    {
      name: 'most-affected',
      title: 'Pupils about whom most would have been done',
      columns: ['pupil', 'texts', 'calls', 'visits', 'letters'],
      rows: rehearsal.mostAffected.map((each) => [
        nameOf(each.pupil),
        ...[each.texts, each.calls, each.visits, each.letters].map(String),
      ]),
    },
    {
      name: 'brakes',
      title: 'Batches that the brake would have held',
      columns: ['date', 'kind', 'because', 'pupils'],
      rows: rehearsal.brakes.map(({ date, kind, because, pupils }) => [date, kind, because, String(pupils)]),
    },
  ]
}

const PUPILS_SHOWN = 20

/** `names`: how the two policies are called. The whole list of pupils goes to the file, the first of them to the terminal. */
export const comparisonTables = (
  one: Rehearsal,
  other: Rehearsal,
  compared: Compared,
  names: readonly [string, string],
  nameOf: NameOf,
): readonly Table[] => [
  {
    name: 'side-by-side',
    title: 'Side by side',
    columns: ['over the year', ...names, 'difference'],
    rows: COUNTED.map((name) => [
      HEADINGS[name],
      shown(name, one.total[name]),
      shown(name, other.total[name]),
      signed(name, compared.total[name]),
    ]),
  },
  {
    name: 'weeks-apart',
    title: `Week by week, ${names[1]} less ${names[0]}`,
    columns: ['week of', ...COUNT_COLUMNS],
    rows: compared.weeks.map((week) => [week.week, ...COUNTED.map((name) => signed(name, week[name]))]),
  },
  {
    name: 'pupils-apart',
    title: `Pupils for whom ${names[1]} would have been another year`,
    columns: ['pupil', ...['texts', 'calls', 'visits', 'letters'].flatMap((what) => [`${what} 1`, `${what} 2`])],
    rows: compared.pupils.map(({ pupil, one: first, other: second }) => [
      nameOf(pupil),
      ...(['texts', 'calls', 'visits', 'letters'] as const).flatMap((what) => [
        String(first[what]),
        String(second[what]),
      ]),
    ]),
  },
]

export const asCsv = ({ columns, rows }: Table): string => csvText([columns, ...rows])

/** In columns of one width each, the first to the left. */
export const asText = ({ title, columns, rows }: Table, most = PUPILS_SHOWN * 4): readonly string[] => {
  const some = rows.slice(0, most)
  const widths = columns.map((column, index) => Math.max(column.length, ...some.map((row) => row[index]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('  ')
      .trimEnd()
  const left = rows.length - some.length
  return [
    title.toUpperCase(),
    ...(rows.length === 0 ? ['none'] : [line(columns), ...some.map(line)]),
    ...(left > 0 ? [`and ${left} more`] : []),
    '',
  ]
}
