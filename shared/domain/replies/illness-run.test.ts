import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Calendar, isSchoolDay as isSchoolDayOf } from '../calendar.ts'
import { addDays, type LocalDate } from '../time.ts'
import { illnessInARow, schoolDaysBeside } from './illness-run.ts'

/** Two weeks from a Monday, the second Wednesday closed. */
const calendar: Calendar = { listed: { '2026-01-21': { kind: 'closure' } }, terms: [] }
const isSchoolDay = (date: LocalDate): boolean => isSchoolDayOf(calendar, date)
const ill =
  (...dates: readonly LocalDate[]) =>
  (date: LocalDate) =>
    dates.includes(date)
const inARow = (from: LocalDate, until: LocalDate, isIll: (date: LocalDate) => boolean): number =>
  illnessInARow({ from, until }, isSchoolDay, isIll, 5)

describe('school days of illness in a row', () => {
  test('are those the report speaks of, without the weekend', () => {
    expect(inARow('2026-01-16', '2026-01-19', ill())).toBe(2)
  })
  test('count the days before it, over a weekend and a closure', () => {
    expect(inARow('2026-01-22', '2026-01-22', ill('2026-01-20', '2026-01-19', '2026-01-16'))).toBe(4)
  })
  test('count the days after it', () => {
    expect(inARow('2026-01-12', '2026-01-13', ill('2026-01-14', '2026-01-15'))).toBe(4)
  })
  test('end where the child was in school', () => {
    expect(inARow('2026-01-15', '2026-01-15', ill('2026-01-13', '2026-01-12'))).toBe(1)
  })
  test('end where no school day is found for months', () => {
    expect(illnessInARow({ from: '2026-01-12', until: '2026-01-12' }, (date) => date === '2026-01-12', ill(), 5)).toBe(
      1,
    )
  })
})

test('the days to look at are the school days nearest to the report', () => {
  expect(schoolDaysBeside({ from: '2026-01-19', until: '2026-01-20' }, isSchoolDay, 2)).toEqual([
    '2026-01-16',
    '2026-01-15',
    '2026-01-22',
    '2026-01-23',
  ])
})

/** What texts authorise one after another, when each is let through that keeps the row within `most`. */
const authorised = (texts: readonly (readonly [number, number])[], most: number): ReadonlySet<LocalDate> => {
  const days = new Set<LocalDate>()
  for (const [start, length] of texts) {
    const [from, until] = [addDays('2026-01-05', start), addDays('2026-01-05', start + length - 1)]
    const near = new Set(schoolDaysBeside({ from, until }, isSchoolDay, most).filter((date) => days.has(date)))
    if (illnessInARow({ from, until }, isSchoolDay, (date) => near.has(date), most) > most) continue
    for (let date = from; date <= until; date = addDays(date, 1)) if (isSchoolDay(date)) days.add(date)
  }
  return days
}

const longestRow = (days: ReadonlySet<LocalDate>): number => {
  let longest = 0
  let row = 0
  for (let date = '2026-01-01'; date < '2026-03-15'; date = addDays(date, 1)) {
    if (!isSchoolDay(date)) continue
    row = days.has(date) ? row + 1 : 0
    longest = Math.max(longest, row)
  }
  return longest
}

describe('however a family splits an illness into texts', () => {
  const most = fc.integer({ min: 1, max: 5 })
  const texts = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 6 })), { maxLength: 20 })
  test('no more days in a row are authorised than the policy says', () =>
    fc.assert(
      fc.property(most, texts, (days, said) => {
        expect(longestRow(authorised(said, days))).toBeLessThanOrEqual(days)
      }),
    ))
  test.each([1, 2, 3, 4, 5])('a text a day authorises the first %i, and leaves the next to a person', (days) => {
    const daily = Array.from({ length: 12 }, (_, day) => [day, 1] as const)
    expect(longestRow(authorised(daily, days))).toBe(days)
  })
})
