import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMinutes,
  canonicalInstant,
  clockAfter,
  clockMinutes,
  daysBetween,
  instantOf,
  isLocalDate,
  localDate,
  localTime,
  minutesBetween,
  spokenDate,
  spokenTime,
  weekday,
} from './time.ts'

const LONDON = 'Europe/London'

describe('school hours across the clock changes', () => {
  test.each([
    ['2028-03-24', '2028-03-24T10:30:00.000Z'],
    ['2028-03-27', '2028-03-27T09:30:00.000Z'],
    ['2028-10-27', '2028-10-27T09:30:00.000Z'],
    ['2028-10-30', '2028-10-30T10:30:00.000Z'],
    ['2026-03-30', '2026-03-30T09:30:00.000Z'],
    ['2026-10-26', '2026-10-26T10:30:00.000Z'],
  ])('half past ten on %s is %s', (date, instant) => {
    expect(instantOf(date, '10:30', LONDON)).toBe(instant)
    expect(localTime(instant, LONDON)).toBe('10:30')
    expect(localDate(instant, LONDON)).toBe(date)
  })
  test('a school-hours time and its instant lead to each other on every day of 2026 to 2030', () => {
    return fc.assert(
      fc.property(fc.integer({ min: 0, max: 1825 }), fc.integer({ min: 7 * 60, max: 18 * 60 }), (days, minutes) => {
        const date = addDays('2026-01-01', days)
        const time = clockAfter('00:00', minutes)
        const instant = instantOf(date, time, LONDON)
        expect([localDate(instant, LONDON), localTime(instant, LONDON)]).toEqual([date, time])
      }),
    )
  })
})

test('clock times compare by the minute', () => {
  expect(localTime('2026-01-12T09:15:59.999Z', LONDON)).toBe('09:15')
  expect(clockMinutes('09:00', '09:16')).toBe(16)
})
test('minutes between instants', () => {
  expect(minutesBetween('2026-01-12T10:30:00.000Z', addMinutes('2026-01-12T10:30:00.000Z', 45))).toBe(45)
})
test('an instant has one spelling', () => {
  expect(canonicalInstant('2026-01-12T09:22:00Z')).toBe('2026-01-12T09:22:00.000Z')
  expect(() => canonicalInstant('yesterday')).toThrow(RangeError)
})
test('only real dates in the one spelling are dates', () => {
  expect(['2026-02-29', '2026-1-5', '05/01/2026', '2026-13-01', ''].map(isLocalDate)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
  expect(isLocalDate('2028-02-29')).toBe(true)
})
test('dates and times as a text says them', () => {
  expect(spokenDate('2026-01-12')).toBe('Monday 12 January')
  expect([spokenTime('09:05'), spokenTime('12:30'), spokenTime('15:15'), spokenTime('00:10')]).toEqual([
    '9:05am',
    '12:30pm',
    '3:15pm',
    '12:10am',
  ])
})
test('days between and weekdays', () => {
  expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3)
  expect([weekday('2026-01-12'), weekday('2026-01-18')]).toEqual([1, 7])
})
