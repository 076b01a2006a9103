import { describe, expect, test } from 'vitest'
import type { Code } from '../codes.ts'
import type { AbsenceDay } from '../counting/absence-day.ts'
import { returnedAfter, termOf } from './support.ts'

const day = (date: string, away: Readonly<Record<string, readonly [Code?, Code?]>>): AbsenceDay => ({
  date,
  absences: Object.entries(away).flatMap(([pupil, [am, pm]]) => [
    ...(am ? [{ pupil, session: 'AM' as const, code: am }] : []),
    ...(pm ? [{ pupil, session: 'PM' as const, code: pm }] : []),
  ]),
})
const run = (codes: readonly (readonly [Code?, Code?])[]): readonly AbsenceDay[] =>
  codes.map((each, index) => day(`2026-01-${12 + index}`, { P1: each }))

describe('a child comes back after a long absence', () => {
  test('when every day before was missed whole, and some of this one was not', () => {
    expect(returnedAfter(run([['I', 'I'], ['O', 'N'], ['I', 'I'], []]), 3)).toEqual(['P1'])
    expect(returnedAfter(run([['I', 'I'], ['I', 'I'], ['I', 'I'], ['I']]), 3)).toEqual(['P1'])
  })

  test('not while the child is still away, and not on the day after the return', () => {
    expect(
      returnedAfter(
        run([
          ['I', 'I'],
          ['I', 'I'],
          ['I', 'I'],
          ['I', 'I'],
        ]),
        3,
      ),
    ).toEqual([])
    expect(returnedAfter(run([['I', 'I'], ['I', 'I'], ['I', 'I'], [], []]), 3)).toEqual([])
  })

  test('a late arrival is a day in school, and a shorter absence is none of this', () => {
    expect(returnedAfter(run([['I', 'I'], ['U', 'I'], ['I', 'I'], []]), 3)).toEqual([])
    expect(returnedAfter(run([[], ['I', 'I'], ['I', 'I'], []]), 3)).toEqual([])
    expect(returnedAfter(run([['I', 'I'], ['I', 'I'], []]), 3)).toEqual([])
  })
})

test('the holidays belong to the term before them', () => {
  const terms = [
    { name: 'Autumn', from: '2025-09-03', until: '2025-12-19' },
    { name: 'Spring', from: '2026-01-06', until: '2026-03-27' },
  ]
  expect([termOf(terms, '2025-12-24')?.name, termOf(terms, '2026-01-06')?.name, termOf(terms, '2025-08-01')]).toEqual([
    'Autumn',
    'Spring',
    undefined,
  ])
})
