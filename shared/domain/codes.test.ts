import { describe, expect, test } from 'vitest'
import { compulsoryFrom, compulsoryUntil, isCompulsoryAge } from './ages.ts'
import { ALL_CODES, CODES, isAttended, isOnSite, isPossible, presentCode, readCode } from './codes.ts'
import { arrivalMark } from './register.ts'
import { clockMinutes } from './time.ts'

describe('the national codes', () => {
  test('there are 34, each in one category', () => {
    expect(ALL_CODES).toHaveLength(34)
    const count = (category: string) => ALL_CODES.filter((code) => CODES[code].category === category).length
    expect(['present', 'activity', 'authorised', 'unauthorised', 'not-possible', 'administrative'].map(count)).toEqual([
      3, 5, 10, 4, 10, 2,
    ])
  })
  test('attended is present or an approved activity, and always possible', () => {
    expect(ALL_CODES.filter(isAttended)).toEqual(['/', '\\', 'L', 'K', 'V', 'P', 'W', 'B'])
    expect(ALL_CODES.filter(isAttended).every(isPossible)).toBe(true)
  })
  test('D, X, Q, every Y, Z and # never enter the denominator; C2 and J1 do', () => {
    expect(ALL_CODES.filter((code) => !isPossible(code))).toEqual([
      'D',
      'X',
      'Q',
      'Y1',
      'Y2',
      'Y3',
      'Y4',
      'Y5',
      'Y6',
      'Y7',
      'Z',
      '#',
    ])
    expect([isPossible('C2'), isPossible('J1')]).toEqual([true, true])
  })
  test('G, N, O and U count towards a penalty notice', () => {
    expect(ALL_CODES.filter((code) => CODES[code].penalty)).toEqual(['G', 'N', 'O', 'U'])
  })
  test('a pupil marked U is on site although the session is an absence', () => {
    expect(ALL_CODES.filter(isOnSite)).toEqual(['/', '\\', 'L', 'U'])
  })
  test('a code is read as people type it', () => {
    expect([readCode(' l '), readCode('y1'), readCode('Y'), readCode('')]).toEqual(['L', 'Y1', undefined, undefined])
    expect([presentCode('AM'), presentCode('PM')]).toEqual(['/', '\\'])
  })
})

describe('an arrival', () => {
  const mark = (time: string) => arrivalMark('AM', time, { opens: '09:00', closes: '09:15' }, clockMinutes)
  test.each([
    ['08:50', '/', undefined],
    ['09:00', '/', undefined],
    ['09:01', 'L', 1],
    ['09:15', 'L', 15],
    ['09:16', 'U', 16],
    ['10:31', 'U', 91],
  ])('at %s is %s', (time, code, minutesLate) => {
    expect(mark(time)).toEqual({ code, source: 'arrival', ...(minutesLate === undefined ? {} : { minutesLate }) })
  })
})

describe('compulsory school age', () => {
  test.each([
    ['2021-09-01', '2026-12-31'],
    ['2021-12-31', '2026-12-31'],
    ['2022-01-01', '2027-03-31'],
    ['2022-03-31', '2027-03-31'],
    ['2022-08-31', '2027-08-31'],
  ])('a child born %s must attend from %s', (born, from) => expect(compulsoryFrom(born)).toBe(from))
  test.each([
    ['2010-09-01', '2027-06-25'],
    ['2010-08-31', '2026-06-26'],
    ['2010-12-25', '2027-06-25'],
  ])('a pupil born %s must attend to the last Friday in June, %s', (born, until) =>
    expect(compulsoryUntil(born)).toBe(until),
  )
  test('both ends are included', () => {
    expect([isCompulsoryAge('2021-09-01', '2026-12-30'), isCompulsoryAge('2021-09-01', '2026-12-31')]).toEqual([
      false,
      true,
    ])
  })
})
