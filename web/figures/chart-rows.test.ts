import { describe, expect, test } from 'vitest'
import { chartRows, placeOf } from './chart-rows.ts'

const points = (...all: readonly (readonly [string, number | null])[]) =>
  all.map(([label, tenths]) => ({ label, tenths }))

describe('a chart of attendance', () => {
  const chart = {
    title: 'Attendance by class',
    unit: '%',
    from: 80,
    until: 100,
    series: [
      { name: 'This year', points: points(['3B', 950], ['4C', null]) },
      { name: 'Last week', points: points(['3B', 900]) },
    ],
    lines: [],
  }

  test('puts each mark where it is on a scale that need not begin at nought', () => {
    expect(placeOf(chart, 900)).toBe(50)
    expect(placeOf(chart, 700)).toBe(0)
  })

  test('shows a gap for a group of which there is no figure, never a nought', () => {
    expect(chartRows(chart)).toEqual([
      {
        label: '3B',
        marks: [
          { series: 0, place: 75 },
          { series: 1, place: 50 },
        ],
        shown: '95.0 / 90.0',
      },
      { label: '4C', marks: [], shown: '– / –' },
    ])
  })
})
