/**
 * What a table of two groupings leaves out, so that nothing left out can be worked out: neither by subtracting in a row or a column, nor by
 * all rows and columns together. Its totals are known to the reader, because they stand in the tables of one grouping.
 * Source: DfE, pupil absence statistics: methodology, 1.9, for which counts are too small; the rest follows from adding up.
 */
import { isSmall } from './hide-small.ts'
import { greatest, type Layout, least } from './table-bounds.ts'

/** A count of some pupils of a group: too few, or so many of them that it is known of nearly every one, or of all. */
export const isTelling = (count: number, of: number, below: number): boolean =>
  isSmall(count, below) || (count > 0 && of - count < below)

export interface Counts {
  /** Row by row. */
  readonly cells: readonly (readonly number[])[]
  /** Totals that the tables of one grouping do not show. */
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
}

export type Hidden = readonly (readonly boolean[])[]

type Place = readonly [number, number]

const isGiven = (hidden: Hidden, row: number, column: number): boolean => hidden[row]?.[column] ?? false

/** Places that a reader could work out, or could show to be small. */
const openPlaces = (counts: Counts, hidden: Hidden, below: number): readonly Place[] => {
  const layout: Layout = { ...counts, isHidden: (row, column) => isGiven(hidden, row, column) }
  return hidden.flatMap((row, at) =>
    row.flatMap((isHidden, column): readonly Place[] => {
      if (!isHidden) return []
      const most = greatest(layout, at, column)
      return most < below || most === least(layout, at, column) ? [[at, column]] : []
    }),
  )
}

/**
 * What else to leave out so that a place cannot be told: the corner opposite and the two between, of all such squares the one that takes
 * the fewest pupils with it. Nothing where no square is left.
 */
const nextToHide = ({ cells }: Counts, hidden: Hidden, [row, column]: Place): readonly Place[] => {
  const countAt = ([at, other]: Place) => cells[at]?.[other] ?? 0
  const squares = cells.flatMap((each, at) =>
    each.flatMap((_count, other): readonly { readonly more: readonly Place[]; readonly cost: number }[] => {
      const corners: readonly Place[] = [
        [row, other],
        [at, column],
        [at, other],
      ]
      const more = corners.filter((corner) => !isGiven(hidden, ...corner))
      // A nought that is left out hides nothing, unless it is hidden with its row.
      const isSquare = at !== row && other !== column && more.length > 0 && more.every((corner) => countAt(corner) > 0)
      return isSquare ? [{ more, cost: more.reduce((sum, corner) => sum + countAt(corner), 0) }] : []
    }),
  )
  return squares.toSorted((one, other) => one.cost - other.cost)[0]?.more ?? []
}

const withHidden = (hidden: Hidden, [row, column]: Place): Hidden =>
  hidden.map((each, at) => (at === row ? each.map((is, other) => is || other === column) : each))

/**
 * Which cells are left out: those that tell too much by themselves (`tells`), and as many beside them as keep all of them from being worked
 * out. `undefined` where even a table without a number would give one away: then there is none.
 */
export const hiddenCells = (
  counts: Counts,
  below: number,
  tells: (row: number, column: number) => boolean = (row, column) => isSmall(counts.cells[row]?.[column] ?? 0, below),
): Hidden | undefined => {
  let hidden: Hidden = counts.cells.map((row, at) =>
    row.map((_count, column) => tells(at, column) || counts.hiddenRows.has(at) || counts.hiddenColumns.has(column)),
  )
  for (;;) {
    const open = openPlaces(counts, hidden, below)
    if (open.length === 0) return hidden
    const next = open.map((place) => nextToHide(counts, hidden, place)).find((places) => places.length > 0)
    if (next === undefined) return undefined
    hidden = next.reduce(withHidden, hidden)
  }
}
