import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isMostlyIllness, spokenDays, spokenPercent, wrongFigures } from './figures.ts'
import type { LetterOrder } from './letter.ts'

describe('a rate as a parent reads it', () => {
  test.each([
    [160, 180, '88.9%'],
    [180, 180, '100.0%'],
    [179, 180, '99.4%'],
    [1799, 2000, '89.95%'],
    [341, 379, '89.97%'],
    [1800, 2000, '90.0%'],
    [2999, 3000, '99.96%'],
    [1, 3, '33.3%'],
    [2, 3, '66.7%'],
    [0, 10, '0.0%'],
  ])('%i of %i sessions is %s', (attended, possible, said) => {
    expect(spokenPercent({ attended, possible })).toBe(said)
  })

  test('is never said to have reached a whole per cent that it is below', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), fc.nat(), (possible, part) => {
        const attended = part % (possible + 1)
        const shown = Number.parseFloat(spokenPercent({ attended, possible }))
        expect(Math.floor(shown) * possible).toBeLessThanOrEqual(attended * 100)
        expect(Math.abs(shown - (attended * 100) / possible)).toBeLessThanOrEqual(0.0501)
      }),
    )
  })

  test('of no sessions at all does not exist', () => {
    expect(() => spokenPercent({ attended: 0, possible: 0 })).toThrow(RangeError)
  })
})

test.each([
  [0, '0 days'],
  [1, 'half a day'],
  [2, '1 day'],
  [3, '1 and a half days'],
  [23, '11 and a half days'],
])('%i sessions are %s', (sessions, said) => {
  expect(spokenDays(sessions)).toBe(said)
})

const order: LetterOrder = {
  kind: 'stage-1',
  pupil: 'P1',
  cycle: '2025-26',
  figures: { from: '2025-09-03', until: '2026-01-16', possible: 20, attended: 17, authorised: 2, unauthorised: 1 },
  missed: [
    { date: '2025-10-06', session: 'AM', code: 'I' },
    { date: '2025-10-06', session: 'PM', code: 'I' },
    { date: '2025-10-09', session: 'AM', code: 'O' },
  ],
}

describe('a letter whose table does not add up is never printed', () => {
  const wrong = (change: Partial<LetterOrder>) => wrongFigures({ ...order, ...change })

  test('the figures and the table agree', () => {
    expect(wrongFigures(order)).toBeUndefined()
  })

  test.each<[string, Partial<LetterOrder>, RegExp]>([
    ['a session left out', { missed: order.missed.slice(1) }, /not those counted/],
    [
      'an authorised one called unauthorised',
      { figures: { ...order.figures, authorised: 1, unauthorised: 2 } },
      /not those/,
    ],
    ['a session listed twice', { missed: [...order.missed.slice(0, 2), ...order.missed.slice(0, 1)] }, /twice/],
    ['a total that is not its parts', { figures: { ...order.figures, possible: 21 } }, /do not make possible/],
    ['half a session', { figures: { ...order.figures, attended: 16.5, possible: 19.5 } }, /not a whole number/],
    ['a date before the first', { figures: { ...order.figures, from: '2025-10-07' } }, /out of the dates/],
    ['no session at all', { figures: { ...order.figures, possible: 0, attended: 0 } }, /no session/],
  ])('%s is found', (_what, change, found) => {
    expect(wrong(change)).toMatch(found)
  })
})

test('illness is the reason when at least the school’s share of what was missed is I or M', () => {
  expect(isMostlyIllness(order.missed, 60)).toBe(true)
  expect(isMostlyIllness(order.missed, 67)).toBe(false)
  expect(isMostlyIllness([], 0)).toBe(false)
})
