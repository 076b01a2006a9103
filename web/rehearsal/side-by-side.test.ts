import { expect, test } from 'vitest'
import { countsTable, type RehearsalDone } from './side-by-side.ts'

const played = (total: Record<string, number>) => ({
  policy: 'aa',
  from: '2026-01-05',
  until: '2026-01-09',
  schoolDays: 5,
  pupils: 30,
  total,
  weeks: [],
  worstDays: [],
  mostContacted: [],
  assumptions: [],
})

test('two policies stand side by side with their difference; what neither would do is left out', () => {
  const done: RehearsalDone = {
    state: 'done',
    live: played({ texts: 10, calls: 4, letters: 0, pence: 70 }),
    draft: played({ texts: 12, calls: 3, letters: 0, pence: 84 }),
    difference: { total: { texts: 2, calls: -1, letters: 0, pence: 14 }, pupils: [] },
  }
  expect(countsTable(done).rows).toEqual([
    ['Texts to families', '10', '12', '+2'],
    ['Calls to make', '4', '3', '−1'],
    ['Cost of texts and letters', '£0.70', '£0.84', '+£0.14'],
  ])
})
