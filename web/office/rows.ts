/** The rows of the day as the page shows them. */
import type * as z from 'zod'
import { type DayAnswer, SECTIONS } from '../../events/api/day.ts'

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

const place = ({ section }: DayRow): number => SECTIONS.indexOf(section)

/**
 * The list with the row at which somebody is at work in the section where they opened it, whatever the list says of it since: moved
 * under their hands, it would take with it what they had typed.
 */
export const withRowInHand = (rows: readonly DayRow[], hand: DayRow | undefined): readonly DayRow[] => {
  if (hand === undefined) return rows
  const key = rowKey(hand)
  const now = rows.find((row) => rowKey(row) === key)
  if (now?.section === hand.section) return rows
  const others = rows.filter((row) => row !== now)
  const before = others.filter((row) => place(row) < place(hand)).length
  return others.toSpliced(before, 0, { ...(now ?? hand), section: hand.section })
}

/** "3 to act on, 2 answered": what the page says first. */
export const summaryOf = (rows: readonly DayRow[]): string => {
  const waiting = rows.filter(({ section }) => !isAtRest(section)).length
  const rest = rows.length - waiting
  const settled = rest === 0 ? '' : ` ${rest} settled.`
  return waiting === 0 ? `Nobody is waited for.${settled}` : `${waiting} to look after.${settled}`
}
