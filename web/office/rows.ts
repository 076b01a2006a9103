/** The rows of the day as the page shows them. */
import type * as z from 'zod'
import type { DayAnswer, SECTIONS } from '../../events/api/day.ts'

export type Day = z.output<typeof DayAnswer>
export type DayRow = Day['rows'][number]
export type Section = (typeof SECTIONS)[number]

export const HEADINGS: Readonly<Record<Section, { readonly title: string; readonly about: string }>> = {
  vulnerable: { title: 'Vulnerable and not in', about: 'Ring these families first.' },
  'missing-register': { title: 'Registers missing', about: 'Nobody is texted about a class whose register is not in.' },
  held: { title: 'Held back', about: 'Too much at once to be true. Nothing goes until somebody has looked.' },
  unexplained: { title: 'Not in, no reason', about: 'Firstbell follows these up by itself.' },
  answered: { title: 'Answered', about: 'A parent has said why. The school decides.' },
  undelivered: { title: 'Texts that reached nobody', about: 'Ring these families.' },
  calls: { title: 'Calls to make', about: 'Nobody has been reached.' },
  visits: { title: 'Visits to make', about: 'Nobody has been reached; somebody goes to the door.' },
  other: { title: 'To look at', about: 'What else waits for a person.' },
  'back-in-school': { title: 'Back in school', about: '' },
  explained: { title: 'Explained', about: '' },
}

/** Sections in which nothing waits for anybody: shown closed. */
export const isAtRest = (section: Section): boolean => section === 'back-in-school' || section === 'explained'

export interface RowGroup {
  readonly section: Section
  readonly rows: readonly DayRow[]
}

/** Rows by section, in the order in which they came. */
export const bySection = (rows: readonly DayRow[]): readonly RowGroup[] => {
  const sections = [...new Set(rows.map(({ section }) => section))]
  return sections.map((section) => ({ section, rows: rows.filter((row) => row.section === section) }))
}

/** What a row is known by from one reading of the list to the next. */
export const rowKey = (row: DayRow): string =>
  `${row.pupils.map(({ id }) => id).join()} ${row.class ?? ''} ${row.pupils.length === 1 ? '' : (row.tasks[0]?.id ?? '')}`

/** What a row has folded out below it. */
export type Opened = 'call' | 'more'

/** Rows that somebody has open, by their key: what is folded out, and the section in which it was. */
export type OpenRows = ReadonlyMap<string, { readonly what: Opened; readonly section: Section }>

/** What a row has open; of two rows about one child only the one that was opened. */
export const openedOf = (open: OpenRows, row: DayRow): Opened | undefined => {
  const found = open.get(rowKey(row))
  return found?.section === row.section ? found.what : undefined
}

/** A row that is open stays in its section whatever happens meanwhile, or what somebody is writing in it would be lost. */
export const heldInPlace = (rows: readonly DayRow[], open: OpenRows): readonly DayRow[] =>
  rows.map((row) => {
    const at = open.get(rowKey(row))?.section
    if (at === undefined) return row
    const [first, ...others] = rows.filter((each) => rowKey(each) === rowKey(row))
    const hasMoved = first?.section !== at && others.every(({ section }) => section !== at)
    return hasMoved && first === row ? { ...row, section: at } : row
  })

/** "3 to act on, 2 answered": what the page says first. */
export const summaryOf = (rows: readonly DayRow[]): string => {
  const waiting = rows.filter(({ section }) => !isAtRest(section)).length
  const rest = rows.length - waiting
  const settled = rest === 0 ? '' : ` ${rest} settled.`
  return waiting === 0 ? `Nobody is waited for.${settled}` : `${waiting} to look after.${settled}`
}
