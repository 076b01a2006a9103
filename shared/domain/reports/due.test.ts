import { expect, test } from 'vitest'
import { springbankPolicy } from '../../../test/support/policies.ts'
import { addDays } from '../time.ts'
import { lastDue, reportsDue } from './due.ts'

const { terms, bankHolidays, inset } = springbankPolicy.calendar
const calendar = {
  listed: Object.fromEntries([...bankHolidays, ...inset].map((date) => [date, { kind: 'holiday' as const }])),
  terms,
}
const YEAR = Array.from({ length: 365 }, (_, index) => addDays('2025-09-01', index))
const daysOf = (name: string) =>
  YEAR.filter((day) => reportsDue(springbankPolicy, calendar, day).some((due) => due === name))

test('the weekly monitor is ready on the first school day of each week with school, never in a holiday', () => {
  const weekly = daysOf('weekly')
  expect(weekly).toContain('2026-01-12')
  expect(weekly.every((day) => reportsDue(springbankPolicy, calendar, day).includes('daily'))).toBe(true)
  expect(weekly.length).toBeGreaterThan(36)
  expect(weekly.length).toBeLessThan(41)
})

test('the review list is ready in every other school week', () => {
  expect(Math.abs(daysOf('review').length * 2 - daysOf('weekly').length)).toBeLessThanOrEqual(1)
})

test('each half term ends with class sheets, each term with a report to governors, the year with its review', () => {
  const halves = terms.filter(({ until }) => until >= '2025-09-01' && until < '2026-09-01')
  expect(daysOf('class-sheet')).toHaveLength(halves.length)
  expect(daysOf('governors')).toHaveLength(3)
  expect(daysOf('year')).toHaveLength(1)
  expect(daysOf('year')[0]).toBe(daysOf('governors').at(-1))
})

test('the last day on which a report was due is the day itself, or one before it', () => {
  expect(lastDue(springbankPolicy, calendar, '2026-01-14', 'weekly')).toBe('2026-01-12')
  const never = structuredClone(springbankPolicy)
  never.reports.schedule.weekly.every = 'never'
  expect(lastDue(never, calendar, '2026-01-14', 'weekly')).toBeUndefined()
})
