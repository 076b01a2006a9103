import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Calendar,
  closedCode,
  closedDaysAhead,
  dayKind,
  isSchoolDay,
  nextSchoolDay,
  previousSchoolDay,
  schoolDaysAfter,
  schoolWeeks,
  schoolYearOf,
} from './calendar.ts'
import { addDays } from './time.ts'

const terms = [
  { from: '2027-04-12', until: '2027-05-28' },
  { from: '2027-06-07', until: '2027-07-22' },
]
const calendar: Calendar = { listed: { '2027-05-03': { kind: 'holiday', note: 'bank holiday' } }, terms }
const listed = (date: string, kind: 'inset' | 'school' | 'closure') => ({
  ...calendar,
  listed: { ...calendar.listed, [date]: { kind } },
})

describe('which days are school', () => {
  test('a date not listed is a school day if Monday to Friday, in term', () => {
    expect(['2027-04-12', '2027-05-29', '2027-05-31', '2027-06-07'].map((date) => dayKind(calendar, date))).toEqual([
      'school',
      'holiday',
      'holiday',
      'school',
    ])
  })
  test('outside the terms that are listed, every Monday to Friday counts', () => {
    expect(dayKind(calendar, '2028-01-10')).toBe('school')
    expect(dayKind({ listed: {}, terms: [] }, '2026-01-10')).toBe('holiday')
  })
  test('what the school lists wins, on a Saturday too', () => {
    expect(isSchoolDay(listed('2027-05-01', 'school'), '2027-05-01')).toBe(true)
    expect(isSchoolDay(calendar, '2027-05-03')).toBe(false)
  })
  test('INSET and holidays are #, an unexpected closure is Y4, an open session has no code', () => {
    expect(closedCode(listed('2027-06-07', 'inset'), [], '2027-06-07', 'AM')).toBe('#')
    expect(closedCode(listed('2027-06-08', 'closure'), [], '2027-06-08', 'PM')).toBe('Y4')
    expect(closedCode(calendar, [], '2027-06-08', 'AM')).toBeUndefined()
  })
  test('a burst main at half past eleven closes the afternoon and leaves the morning', () => {
    const closure = {
      id: 'c',
      from: '2027-06-08',
      until: '2027-06-08',
      sessions: ['PM'],
      code: 'Y4',
      because: 'burst main',
      by: 'head',
      at: '',
    } as const
    expect(closedCode(calendar, [closure], '2027-06-08', 'AM')).toBeUndefined()
    expect(closedCode(calendar, [closure], '2027-06-08', 'PM')).toBe('Y4')
  })
})

describe('counting school days', () => {
  test('an N of Wednesday 26 May 2027 must be settled by Wednesday 9 June: half term does not count', () => {
    expect(schoolDaysAfter(calendar, '2027-05-26', 5)).toBe('2027-06-09')
  })
  test('an INSET day added on 7 June moves it to 10 June', () => {
    expect(schoolDaysAfter(listed('2027-06-07', 'inset'), '2027-05-26', 5)).toBe('2027-06-10')
  })
  test('a weekend is two closed days, half term nine, a plain Tuesday none', () => {
    expect(['2027-05-21', '2027-05-28', '2027-05-25'].map((date) => closedDaysAhead(calendar, [], date))).toEqual([
      2, 9, 0,
    ])
  })
  test('the next school day and the one before lead back to each other', () => {
    return fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (days) => {
        const date = addDays('2027-04-01', days)
        fc.pre(isSchoolDay(calendar, date))
        expect(previousSchoolDay(calendar, nextSchoolDay(calendar, date))).toBe(date)
      }),
    )
  })
  test('a school week is any week with a session; holiday weeks are not', () => {
    expect(schoolWeeks(calendar, '2027-05-24', '2027-06-13')).toEqual(['2027-05-24', '2027-06-07'])
  })
})

test.each([
  ['2026-01-12', '2025-09-01'],
  ['2026-08-31', '2025-09-01'],
  ['2026-09-01', '2026-09-01'],
])('%s is in the school year that began on %s', (date, began) => {
  expect(schoolYearOf(date)).toBe(began)
})
