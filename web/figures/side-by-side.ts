/** Figures of several for one question, as tables. */
import type * as z from 'zod'
import type { ReconciliationAnswer } from '../../events/api/figures.ts'
import { spokenDate } from '../../shared/domain/time.ts'
import type { Section } from './figure-table.tsx'

export type Answered = z.output<typeof ReconciliationAnswer>
type Against = Answered['department']
type Table = Section['table']

export interface Other {
  readonly id: 'department' | 'governors' | 'other'
  /** In a sentence. */
  readonly name: string
  /** Over a column. */
  readonly title: string
  readonly against: Against
}

export const othersOf = ({ department, governors, other }: Answered): readonly Other[] => [
  { id: 'department', name: 'the Department’s headline', title: 'Department', against: department },
  { id: 'governors', name: 'the governors’ figure', title: 'Governors', against: governors },
  ...(other
    ? [{ id: 'other', name: 'the other report’s figure', title: 'Other report', against: other } as const]
    : []),
]

const ROWS = [
  ['Pupils', 'pupils'],
  ['Possible sessions', 'possible'],
  ['Attended', 'attended'],
  ['Authorised absence', 'authorised'],
  ['Unauthorised absence', 'unauthorised'],
  ['Persistently absent pupils', 'persistentlyAbsent'],
] as const

const per100 = (shown: string | null): string => (shown === null ? '–' : `${shown}%`)
/** Without the day of the week, which no column has room for. */
const shortDate = (date: string): string => spokenDate(date).replace(/^\S+ /, '')

export const figuresTable = (answer: Answered): Table => {
  const columns = [{ title: 'School', against: answer.school }, ...othersOf(answer)]
  return {
    title: 'The figures side by side',
    columns: [{ title: 'Figure' }, ...columns.map(({ title }) => ({ title }))],
    rows: [
      ['Attendance', ...columns.map(({ against }) => per100(against.figure.attendance))],
      ...ROWS.map(([title, field]) => [title, ...columns.map(({ against }) => String(against.figure[field]))]),
      ['Counted from', ...columns.map(({ against }) => shortDate(against.counts.window.from))],
      ['Counted to', ...columns.map(({ against }) => shortDate(against.counts.window.until))],
    ],
  }
}

const CAUSES: Readonly<Record<string, string>> = {
  window: 'Dates',
  leavers: 'Leavers',
  age: 'Ages',
  c2: 'C2',
  x: 'X',
  y: 'Y1 to Y7',
  rounding: 'Rounding',
}

/** With a sign, so that nobody takes more for less. */
const signed = (count: number): string => (count > 0 ? `+${count}` : count < 0 ? `−${-count}` : '0')

/** Hundredths of a per cent as per cent: `−0.13`. */
export const signedPer100 = (hundredths: number | null): string => {
  if (hundredths === null) return '–'
  const [sign, size] = [hundredths > 0 ? '+' : hundredths < 0 ? '−' : '', Math.abs(hundredths)]
  return `${sign}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`
}

export const difference = ({ difference: { hundredths, possible }, causes }: Against): string =>
  causes.length === 0
    ? 'It is the same: nothing is counted otherwise.'
    : `It is ${signedPer100(hundredths)} percentage points and ${signed(possible)} possible sessions from ours.`

export const causesTable = ({ name, against: { causes, difference: whole } }: Other): Table => ({
  title: `Causes, which add up to the whole difference of ${name}`,
  columns: [
    { title: 'Cause' },
    { title: 'Because' },
    { title: 'Possible', unit: 'sessions' },
    { title: 'Touches', unit: 'pupils' },
    { title: 'Attendance', unit: '%' },
  ],
  rows: [
    ...causes.map(({ cause, because, possible, touches, hundredths }) => [
      CAUSES[cause] ?? cause,
      because,
      signed(possible),
      String(touches),
      signedPer100(hundredths),
    ]),
    ['Together', '', signed(whole.possible), '', signedPer100(whole.hundredths)],
  ],
  note: 'The first is the school’s own figure.',
})
