/** Figures of two groupings together: of girls with free school meals, of boys without. Everybody is in exactly one of them. */
import type { GroupFigures } from '../counting/group.ts'
import type { Grouping } from '../counting/groups.ts'
import { breakdown, figuresOf, type GroupLine, type Lines } from './breakdown.ts'
import { hiddenCounts } from './hide-small.ts'
import { type Counts, type Hidden, hiddenCells, isTelling } from './hide-table.ts'
import type { Member } from './member.ts'

export interface Pair {
  readonly rows: Grouping
  readonly columns: Grouping
}

export interface TwoWay {
  readonly rows: readonly GroupLine[]
  readonly columns: readonly GroupLine[]
  readonly whole: GroupFigures
  /** Row by row, in the order of `rows` and `columns`. */
  readonly cells: readonly (readonly GroupFigures[])[]
}

export const twoWay = (members: readonly Member[], { rows, columns }: Pair, lines: Lines): TwoWay => {
  const { whole, groups: down } = breakdown(members, rows, lines)
  const { groups: across } = breakdown(members, columns, lines)
  const none = figuresOf([], lines)
  const cells = down.map(({ members: those }) => {
    const found = new Map(breakdown(those, columns, lines).groups.map((each) => [each.group, each.figures]))
    return across.map((each) => found.get(each.group) ?? none)
  })
  return { rows: down, columns: across, whole, cells }
}

export interface Withheld {
  /** Cells of which nothing is shown. */
  readonly pupils: Hidden
  /** Cells whose number of persistently absent pupils is not shown. */
  readonly persistent: Hidden
}

const countsOf = (
  { cells, rows, columns }: TwoWay,
  below: number,
  pick: (figures: GroupFigures) => number,
): Counts => ({
  cells: cells.map((row) => row.map(pick)),
  hiddenRows: hiddenCounts(
    rows.map(({ figures }) => pick(figures)),
    below,
  ),
  hiddenColumns: hiddenCounts(
    columns.map(({ figures }) => pick(figures)),
    below,
  ),
})

const everywhere = ({ cells }: TwoWay): Hidden => cells.map((row) => row.map(() => true))
const nowhere = ({ cells }: TwoWay): Hidden => cells.map((row) => row.map(() => false))

/** What readers outside the school's staff are not shown, so that nothing of it can be worked out from the rest and the totals. */
export const withheldFrom = (table: TwoWay, below: number): Withheld => {
  if (below === 0) return { pupils: nowhere(table), persistent: nowhere(table) }
  const pupils =
    hiddenCells(
      countsOf(table, below, (figures) => figures.pupils),
      below,
    ) ?? everywhere(table)
  const persistent = hiddenCells(
    countsOf(table, below, (figures) => figures.persistent),
    below,
    (row, column) => {
      const figures = table.cells[row]?.[column]
      const isWithheld = pupils[row]?.[column] ?? true
      return isWithheld || (figures !== undefined && isTelling(figures.persistent, figures.pupils, below))
    },
  )
  return { pupils, persistent: persistent ?? everywhere(table) }
}
