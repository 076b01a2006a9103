/** How wide the columns of a table are, by what stands in them. */
import type { Table } from '../../domain/reports/report.ts'
import { partsOf, unitsOf } from './break-lines.ts'
import { APART, PADDING } from './draw-table.ts'
import { type Kit, WIDTH } from './kit.ts'
import type { Style } from './typesetter.ts'

/** A little more than what a cell has on both sides. */
const SPARE = 2
/** No column asks for more before the others have what they need. */
const WIDEST = 190
/** Enough rows to know a column by. */
const LOOKED_AT = 80

export const headingOf = ({ title: name, unit }: Table['columns'][number]): string => (unit ? `${name}, ${unit}` : name)

const sumOf = (widths: readonly number[]): number => widths.reduce((sum, each) => sum + each, 0)

/** Shares of the width: first no word is cut, then those with long cells get what is left. */
export const sharesOf = (
  { set }: Kit,
  { columns, rows }: Table,
  numbers: readonly number[],
  [cell, head]: readonly [Style, Style],
): readonly number[] => {
  const shown = rows.slice(0, LOOKED_AT)
  const around = (index: number): number =>
    2 * PADDING + SPARE + (numbers.includes(index - 1) && !numbers.includes(index) ? APART : 0)
  const wordsOf = (text: string) => text.split(/[ \u00a0]/)
  /** What each column needs so that no part of its cells is broken. */
  const needsBy = (cutBy: (text: string) => readonly string[]): readonly number[] =>
    columns.map((column, index) => {
      const inHead = cutBy(headingOf(column)).map((part) => set.width(part, head))
      const inCells = shown.flatMap((row) => cutBy(row[index] ?? '').map((part) => set.width(part, cell)))
      return around(index) + Math.max(0, ...inHead, ...inCells)
    })
  const needs = [unitsOf, partsOf].map(needsBy).find((each) => sumOf(each) <= WIDTH) ?? needsBy(wordsOf)
  const byRows = columns.map(
    (_column, index) => around(index) + Math.max(0, ...shown.map((row) => set.width(row[index] ?? '', cell))),
  )
  const withHeads = columns.map((column, index) =>
    Math.max(byRows[index] ?? 0, around(index) + set.width(headingOf(column), head)),
  )
  // Headings in one line where there is room for all of them.
  const hasRoom = sumOf(withHeads.map((width) => Math.min(WIDEST, width))) <= WIDTH
  const natural = hasRoom ? withHeads : byRows
  const more = natural.map((width, index) => Math.max(0, Math.min(WIDEST, width) - (needs[index] ?? 0)))
  const wanted = sumOf(more)
  const left = Math.max(0, WIDTH - sumOf(needs))
  const spare = Math.max(0, left - wanted)
  // What is left over goes to columns of sentences; where there is none, to all alike.
  const wordy = natural.map((width) => (width > WIDEST ? 1 : 0))
  const takers: readonly number[] = wordy.includes(1) ? wordy : columns.map(() => 1)
  const given = needs.map(
    (need, index) =>
      need +
      (wanted > 0 ? ((more[index] ?? 0) / wanted) * Math.min(left, wanted) : 0) +
      (spare * (takers[index] ?? 0)) / sumOf(takers),
  )
  const sum = sumOf(given)
  return given.map((each) => each / sum)
}
