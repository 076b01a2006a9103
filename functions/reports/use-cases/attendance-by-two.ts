import { membersOfCounts, spanCounts } from '../../../shared/counting/counts.ts'
import type { GroupFigures } from '../../../shared/domain/counting/group.ts'
import type { Span } from '../../../shared/domain/counting/window.ts'
import { showFigures } from '../../../shared/domain/figures/shown.ts'
import { type Pair, twoWay, withheldFrom } from '../../../shared/domain/figures/two-way.ts'
import type { Call } from '../call.ts'

/** A cell as it may be read: whole, without the number of persistently absent pupils, or nothing of it. */
const shown = (figures: GroupFigures, isWithheld: boolean, isShareWithheld: boolean) => {
  if (isWithheld) return { hidden: true as const }
  const { pupils, rates, persistentlyAbsent } = showFigures(figures)
  return { pupils, attendance: rates.attendance, persistentlyAbsent: isShareWithheld ? null : persistentlyAbsent }
}

/** Figures of two groupings together. With `hideBelow` only what cannot point at a child; with 0 every figure there is. */
export const attendanceByTwo = async (call: Call, pair: Pair, span: Span, hideBelow: number) => {
  const counts = await spanCounts(call.stores, call.academy, span)
  const members = await membersOfCounts(call.stores, call.academy, counts)
  const table = twoWay(members, pair, call.policy.thresholds)
  const withheld = withheldFrom(table, hideBelow)
  return {
    ...pair,
    ...span,
    cells: table.cells.flatMap((row, at) =>
      row.map((figures, other) => ({
        row: table.rows[at]?.group,
        column: table.columns[other]?.group,
        ...(hideBelow === 0
          ? showFigures(figures)
          : shown(figures, withheld.pupils[at]?.[other] ?? true, withheld.persistent[at]?.[other] ?? true)),
      })),
    ),
  }
}
