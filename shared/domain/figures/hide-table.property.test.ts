import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hiddenCounts } from './hide-small.ts'
import { type Counts, type Hidden, hiddenCells, isTelling } from './hide-table.ts'

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
const columnsOf = (cells: Counts['cells']) => (cells[0] ?? []).map((_, at) => cells.map((row) => row[at] ?? 0))

/** A table as a report has it: small totals left out of the tables of one grouping. */
const tableOf = (cells: Counts['cells'], below: number): Counts => ({
  cells,
  hiddenRows: hiddenCounts(cells.map(sum), below),
  hiddenColumns: hiddenCounts(columnsOf(cells).map(sum), below),
})

/** Every table that a reader could believe in: what is shown as shown, all totals that are shown right. By trying, cell after cell. */
const believable = (counts: Counts, hidden: Hidden): readonly (readonly number[])[] => {
  const { cells, hiddenRows, hiddenColumns } = counts
  const width = cells[0]?.length ?? 0
  const all = sum(cells.map(sum))
  const rows = cells.map(sum)
  const columns = columnsOf(cells).map(sum)
  const found: (readonly number[])[] = []
  const step = (done: readonly number[]): void => {
    const [row, column] = [Math.floor(done.length / width), done.length % width]
    const rowSoFar = sum(done.slice(row * width))
    if (column === 0 && row > 0 && !hiddenRows.has(row - 1) && sum(done.slice((row - 1) * width)) !== rows[row - 1])
      return
    if (done.length === width * cells.length) {
      const fits = columns.every(
        (total, at) => hiddenColumns.has(at) || sum(done.filter((_, place) => place % width === at)) === total,
      )
      if (fits && sum(done) === all) found.push(done)
      return
    }
    const shown = cells[row]?.[column] ?? 0
    const most = Math.min(all - sum(done), hiddenRows.has(row) ? all : (rows[row] ?? 0) - rowSoFar)
    const values = hidden[row]?.[column] ? Array.from({ length: Math.max(0, most) + 1 }, (_, value) => value) : [shown]
    for (const value of values) if (value <= most) step([...done, value])
  }
  step([])
  return found
}

const small = fc
  .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.nat(5), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  )

describe('a table of two groupings', () => {
  test('never lets a number that is left out be worked out, nor be shown to be small, by whatever sums', () => {
    fc.assert(
      fc.property(small, (cells) => {
        const below = 3
        const counts = tableOf(cells, below)
        const hidden = hiddenCells(counts, below)
        if (hidden === undefined) return
        const tables = believable(counts, hidden)
        const width = cells[0]?.length ?? 0
        cells.forEach((row, at) => {
          row.forEach((count, column) => {
            const isLeftOut = hidden[at]?.[column] ?? false
            if (count > 0 && count < below) expect(isLeftOut).toBe(true)
            if (!isLeftOut) return
            const values = new Set(tables.map((table) => table[at * width + column] ?? 0))
            expect(values.has(count)).toBe(true)
            expect(values.size).toBeGreaterThan(1)
            expect(Math.max(...values)).toBeGreaterThanOrEqual(below)
          })
        })
      }),
      { numRuns: 60 },
    )
  })

  test('of groups that are all large leaves nothing out', () => {
    const cells = [
      [12, 9],
      [20, 31],
    ]
    expect(hiddenCells(tableOf(cells, 3), 3)).toEqual([
      [false, false],
      [false, false],
    ])
  })

  test('with one small cell leaves out three more: one alone in its row or its column would be a subtraction', () => {
    const cells = [
      [2, 9, 14],
      [20, 31, 8],
      [15, 16, 17],
    ]
    const hidden = hiddenCells(tableOf(cells, 3), 3)
    expect(hidden?.flat().filter(Boolean)).toHaveLength(4)
    expect(hidden?.[0]?.[0]).toBe(true)
  })
})

describe('a count within a group', () => {
  test.each([
    [0, 20, false],
    [1, 20, true],
    [2, 20, true],
    [3, 20, false],
    [17, 20, false],
    [18, 20, true],
    [20, 20, true],
  ])('%i of %i says something of somebody: %s', (count, of, tells) => {
    expect(isTelling(count, of, 3)).toBe(tells)
  })
})
