/**
 * What a reader can work out of a number that is left out of a table with totals: the least and the greatest that it can be, whatever the
 * others left out are. A table and its totals are a flow that goes round: from each row through its cells to the columns, from there to the
 * total and back to the rows. How far a number can move is how much can flow from one of its ends to the other through what is left out.
 */
export interface Layout {
  readonly cells: readonly (readonly number[])[]
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
  isHidden(row: number, column: number): boolean
}

interface Arc {
  readonly from: string
  readonly to: string
  /** The number that stands there. */
  readonly count: number
}

const rowNode = (row: number): string => `row ${row}`
const columnNode = (column: number): string => `column ${column}`
/** Where the totals of the rows come from, and where those of the columns end: the total of all is known. */
const ROWS = 'rows'
const COLUMNS = 'columns'

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)

/** Everything that is left out: cells, and totals. */
const arcsOf = ({ cells, hiddenRows, hiddenColumns, isHidden }: Layout): readonly Arc[] => [
  ...cells.flatMap((row, at) =>
    row.flatMap((count, column) =>
      isHidden(at, column) ? [{ from: rowNode(at), to: columnNode(column), count }] : [],
    ),
  ),
  ...[...hiddenRows].map((at) => ({ from: ROWS, to: rowNode(at), count: sum(cells[at] ?? []) })),
  ...[...hiddenColumns].map((column) => ({
    from: columnNode(column),
    to: COLUMNS,
    count: sum(cells.map((row) => row[column] ?? 0)),
  })),
]

/** A way from one node to another through which something can flow: forward without limit, backward as much as stands there. */
const findWay = (
  flow: ReadonlyMap<Arc, number>,
  from: string,
  to: string,
): readonly { readonly arc: Arc; readonly forward: boolean }[] | undefined => {
  const came = new Map<string, { readonly arc: Arc; readonly forward: boolean; readonly from: string }>()
  const waiting = [from]
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift())
    for (const [arc, count] of flow)
      for (const [forward, begin, end] of [
        [true, arc.from, arc.to],
        [false, arc.to, arc.from],
      ] as const)
        if (begin === node && end !== from && !came.has(end) && (forward || count > 0)) {
          came.set(end, { arc, forward, from: begin })
          waiting.push(end)
        }
  const way: { arc: Arc; forward: boolean }[] = []
  for (let step = came.get(to); step !== undefined; step = step.from === from ? undefined : came.get(step.from))
    way.push(step)
  return way.length === 0 ? undefined : way
}

/** How much more can flow from one node to another, up to `most`. */
const flowBetween = (arcs: readonly Arc[], from: string, to: string, most: number): number => {
  const flow = new Map(arcs.map((arc) => [arc, arc.count]))
  let moved = 0
  while (moved < most) {
    const way = findWay(flow, from, to)
    if (way === undefined) return moved
    const back = way.filter(({ forward }) => !forward).map(({ arc }) => flow.get(arc) ?? 0)
    const amount = Math.min(most - moved, ...back)
    for (const { arc, forward } of way) flow.set(arc, (flow.get(arc) ?? 0) + (forward ? amount : -amount))
    moved += amount
  }
  return moved
}

const without = (layout: Layout, row: number, column: number): readonly Arc[] =>
  arcsOf(layout).filter(({ from, to }) => from !== rowNode(row) || to !== columnNode(column))

const countAt = ({ cells }: Layout, row: number, column: number): number => cells[row]?.[column] ?? 0

/** The greatest that a hidden cell can be, as far as the reader can tell. */
export const greatest = (layout: Layout, row: number, column: number): number => {
  const all = sum(layout.cells.map(sum))
  const count = countAt(layout, row, column)
  // Another here is one less in the row and in the column: it flows back from the column to the row.
  return count + flowBetween(without(layout, row, column), columnNode(column), rowNode(row), all - count)
}

/** The least that it can be. */
export const least = (layout: Layout, row: number, column: number): number => {
  const count = countAt(layout, row, column)
  return count - flowBetween(without(layout, row, column), rowNode(row), columnNode(column), count)
}
