import { expect, test } from 'vitest'
import { daysTable, familiesTable, otherwise, pupilName } from './people.ts'
import type { RehearsalDone } from './side-by-side.ts'

const NOTHING = { texts: 0, calls: 0, visits: 0, letters: 0 }
const played = (mostContacted: RehearsalDone['live']['mostContacted']): RehearsalDone['live'] => ({
  policy: 'aa',
  from: '2026-01-05',
  until: '2026-01-09',
  schoolDays: 5,
  pupils: 30,
  total: {},
  weeks: [],
  worstDays: [{ date: '2026-01-06', texts: 3, calls: 2, visits: 1, brakes: 0 }],
  mostContacted,
  assumptions: [],
})
const done: RehearsalDone = {
  state: 'done',
  live: played([{ contact: 'c1', pupils: ['P1', 'P2'], texts: 4, letters: 1, pence: 170 }]),
  draft: played([{ contact: 'c9', pupils: ['P9'], texts: 2, letters: 0, pence: 7 }]),
  difference: { total: {}, pupils: [] },
  people: { pupils: { P1: 'Amelia Ash', P2: 'Bilal Ash' }, contacts: { c1: 'Kit Ash' } },
}

test('families are named to whoever works with them; of whom no name is known the id is shown', () => {
  expect(familiesTable(done, 'live').rows).toEqual([['Kit Ash', 'Amelia Ash, Bilal Ash', '4', '1', '£1.70']])
  expect(familiesTable(done, 'draft').rows).toEqual([['c9', 'P9', '2', '0', '£0.07']])
  expect(pupilName(done, 'P1')).toBe('Amelia Ash')
})

test('the days with most to do are said as days', () => {
  expect(daysTable(done, 'live').rows).toEqual([['Tuesday 6 January', '3', '2', '1', '0']])
})

test('of a child only what would have been another is said', () => {
  const one = { ...NOTHING, visits: 1, calls: 2 }
  expect(otherwise({ pupil: 'P1', one, other: { ...NOTHING, texts: 1, calls: 2 } })).toBe('texts 0 → 1, visits 1 → 0')
})
