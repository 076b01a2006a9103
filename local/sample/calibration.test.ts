import { describe, expect, test } from 'vitest'
import { isAttended, isPossible } from '../../shared/domain/codes.ts'
import { makeSample } from './make-sample.ts'
import { policyOf, readSample } from './test-support/read-sample.ts'

/** A year of marks of one school, counted as the Department counts. */
const countedYear = (academy: string, pupils: number, until: string) => {
  const files = makeSample({ policy: policyOf(academy), date: until, from: '2025-09-01', pupils })
  const { marks, problems } = readSample(files, until)
  const possible = marks.rows.filter(({ mark }) => isPossible(mark.code))
  const per = Map.groupBy(possible, ({ pupil }) => pupil)
  const missed = (rows: typeof possible) => rows.filter(({ mark }) => !isAttended(mark.code)).length
  const persistent = [...per.values()].filter((rows) => missed(rows) * 10 >= rows.length)
  const share = (count: number) => (100 * count) / possible.length
  return {
    problems,
    marks: marks.rows,
    attendance: 100 - share(missed(possible)),
    persistent: (100 * persistent.length) / per.size,
    of: (...codes: readonly string[]) => share(possible.filter(({ mark }) => codes.includes(mark.code)).length),
  }
}

/** Within a fifth of the national figure, and a twentieth of a per cent for what is rare. */
const near = (value: number, national: number) =>
  expect(Math.abs(value - national)).toBeLessThanOrEqual(national * 0.2 + 0.05)

describe('a year of a primary of 420 pupils', () => {
  const year = countedYear('springbank', 420, '2026-07-20')

  test('is imported whole without a problem', () => {
    expect(year.problems).toEqual([])
    expect(year.marks.length).toBeGreaterThan(150_000)
  })

  test('attends as England does: 94.72 per cent, about one in seven persistently absent', () => {
    expect(Math.abs(year.attendance - 94.72)).toBeLessThan(0.5)
    expect(year.persistent).toBeGreaterThan(10)
    expect(year.persistent).toBeLessThan(18)
  })

  test('is ill, away without a reason, on holiday and late as often as England is', () => {
    near(year.of('I'), 2.79)
    near(year.of('O', 'N'), 0.84)
    near(year.of('G'), 0.53)
    near(year.of('U'), 0.17)
    near(year.of('M'), 0.27)
    near(year.of('L'), 1.12)
  })

  test('is ill in spells: somebody ill today is mostly ill tomorrow or was yesterday', () => {
    const ill = year.marks.filter(({ mark, session }) => mark.code === 'I' && session === 'AM')
    const days = [...new Set(year.marks.map(({ date }) => date))].toSorted()
    const at = new Set(ill.map(({ pupil, date }) => `${pupil} ${days.indexOf(date)}`))
    const inSpell = ill.filter(({ pupil, date }) =>
      [-1, 1].some((step) => at.has(`${pupil} ${days.indexOf(date) + step}`)),
    )
    expect(inSpell.length / ill.length).toBeGreaterThan(0.5)
  })

  test('settles every reason in the end: only the last days still hold N', () => {
    const open = year.marks.filter(({ mark }) => mark.code === 'N').map(({ date }) => date)
    expect(open.every((date) => date >= '2026-07-14')).toBe(true)
  })
})

test('a year of a secondary attends as England does: 91.51 per cent, about one in four persistently absent', () => {
  const year = countedYear('hilltop', 420, '2026-07-16')
  expect(year.problems).toEqual([])
  expect(Math.abs(year.attendance - 91.51)).toBeLessThan(0.9)
  expect(year.persistent).toBeGreaterThan(19)
  expect(year.persistent).toBeLessThan(29)
  near(year.of('I'), 3.63)
})
