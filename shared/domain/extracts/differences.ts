/** What a later extract of the same period says otherwise than the one it supersedes. */
import { csvText } from '../csv-text.ts'
import { type Cell, cellText, type ExtractKind, keyOfRow, type Row } from './extract.ts'

export interface Difference {
  readonly row: string
  readonly what: 'added' | 'taken-away' | 'changed'
  /** Blank where a whole row came or went. */
  readonly column: string
  readonly was: Cell
  readonly is: Cell
}

/** Two children of one name without a number have one key, and whoever came back within the period has two rows: whom a row is about parts them. */
const byKey = (kind: ExtractKind, rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [`${keyOfRow(kind, row)}\0${row.pupil}`, row]))

/** Every difference, in the order of the rows' keys. A row whose key changed was taken away and another added. */
export const differencesBetween = (
  kind: ExtractKind,
  was: readonly Row[],
  is: readonly Row[],
): readonly Difference[] => {
  const [before, after] = [byKey(kind, was), byKey(kind, is)]
  return [...new Set([...before.keys(), ...after.keys()])].toSorted().flatMap((one): readonly Difference[] => {
    const [old, now] = [before.get(one), after.get(one)]
    const [row = ''] = one.split('\0')
    if (old === undefined) return [{ row, what: 'added', column: '', was: null, is: null }]
    if (now === undefined) return [{ row, what: 'taken-away', column: '', was: null, is: null }]
    return kind.columns.flatMap((column) =>
      cellText(old.cells[column]) === cellText(now.cells[column])
        ? []
        : [{ row, what: 'changed' as const, column, was: old.cells[column] ?? null, is: now.cells[column] ?? null }],
    )
  })
}

export const differencesText = (differences: readonly Difference[]): string =>
  csvText([
    ['row', 'what', 'column', 'was', 'is'],
    ...differences.map(({ row, what, column, was, is }) => [row, what, column, cellText(was), cellText(is)]),
  ])
