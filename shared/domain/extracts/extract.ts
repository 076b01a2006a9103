/** What an extract is: for whom, of which columns in which version, and how its rows follow from what is known. Pure. */
import type { CountedMark, Tally } from '../counting/tally.ts'
import type { Span } from '../counting/window.ts'
import type { PenaltyRecord } from '../penalties/record.ts'
import type { Pupil, PupilKey } from '../people.ts'
import type { AuthorityReturn } from '../returns/authority-return.ts'
import type { ColumnName, RecipientKind } from './columns.ts'

/** Blank is `null`: not known, or does not apply. */
export type Cell = string | number | null

/** A row of the columns named. */
export interface RowOf<C extends ColumnName> {
  /** Whom it is about; never written out. */
  readonly pupil: PupilKey
  readonly cells: Readonly<Record<C, Cell>>
}

/** A row of any extract. */
export interface Row {
  readonly pupil: PupilKey
  readonly cells: Readonly<Partial<Record<ColumnName, Cell>>>
}

/** What an extract may be made from. The marks are of the period; the year runs from its first day to the period's last. */
export type Need = 'marks' | 'year' | 'penalties'

export interface ExtractFacts {
  readonly academy: string
  readonly authority: string
  readonly urn: string | null
  readonly period: Span
  /** Everybody on the live roll. */
  readonly pupils: Readonly<Record<PupilKey, Pupil>>
  /** Those with marks whom no roll names any more, as they were when they left. */
  readonly leavers: Readonly<Record<PupilKey, Pupil>>
  readonly marks: ReadonlyMap<PupilKey, readonly CountedMark[]>
  readonly year: ReadonlyMap<PupilKey, Tally>
  /** Of the school years that the period touches. */
  readonly returns: readonly AuthorityReturn[]
  readonly penalties: readonly PenaltyRecord[]
  /** The school's own line, in per cent, and the possible sessions before it counts. */
  readonly line: number
  readonly minimum: number
  /** The name by which the school's pupils know the recipient among their agencies; only for a Virtual School. */
  readonly agency: string | null
  /** One enrolment's pseudonym, made with the Trust's key. */
  pseudonym(pupil: PupilKey): string
}

interface About<C extends ColumnName> {
  readonly id: string
  /** Counts up when a column is added, taken away or means something else; never for a new row. */
  readonly version: number
  readonly recipient: RecipientKind
  readonly says: string
  readonly columns: readonly C[]
  /** The columns that tell one row from every other. */
  readonly key: readonly C[]
  readonly needs: readonly Need[]
}

export interface ExtractKind extends About<ColumnName> {
  rows(facts: ExtractFacts): readonly Row[]
}

/** Holds the rows of an extract to its columns: one that lacks a column does not compile. */
export const anExtract = <const C extends ColumnName>(
  kind: About<C> & { rows(facts: ExtractFacts): readonly RowOf<C>[] },
): ExtractKind => kind

/** A cell as it is written: blank for what is not known. */
export const cellText = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell))

/** A cell for yes or no. */
export const yes = (is: boolean): 'Y' | 'N' => (is ? 'Y' : 'N')

/** What tells a row of an extract from every other. */
export const keyOfRow = ({ key }: Pick<ExtractKind, 'key'>, { cells }: Row): string =>
  key.map((name) => cellText(cells[name])).join(' ')

const inOrder = (one: Row, other: Row, columns: readonly ColumnName[]): number => {
  for (const name of columns) {
    const [left, right] = [cellText(one.cells[name]), cellText(other.cells[name])]
    if (left !== right) return left < right ? -1 : 1
  }
  return one.pupil < other.pupil ? -1 : 1
}

/** Rows in their one order: by key, then by every column. */
export const sortedRows = (kind: Pick<ExtractKind, 'key' | 'columns'>, rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((one, other) => inOrder(one, other, [...kind.key, ...kind.columns]))

/** The rows of an extract in their one order, so that the same facts are the same bytes. */
export const rowsInOrder = (kind: ExtractKind, facts: ExtractFacts): readonly Row[] =>
  sortedRows(kind, kind.rows(facts))
