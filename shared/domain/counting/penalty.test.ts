/** Properties of the count towards a penalty notice, held against a plain recount. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type LocalDate, mondayOf, weekday } from '../time.ts'
import { type PenaltyRule, penaltyCount } from './penalty.ts'
import type { CountedMark } from './tally.ts'

const BORN = '2015-05-04'
const FIRST = '2025-09-01'
const RULE: PenaltyRule = { sessions: 10, weeks: 10, warnAt: 7 }

/** Thirty weeks from September, some of them holidays. */
const someWeeks = fc
  .subarray(
    Array.from({ length: 30 }, (_, index) => addDays(FIRST, index * 7)),
    { minLength: 1 },
  )
  .map((weeks): readonly LocalDate[] => weeks)

const someMark = fc
  .tuple(fc.integer({ min: 0, max: 209 }), fc.constantFrom('AM', 'PM'), fc.constantFrom('G', 'N', 'O', 'U', 'I', 'L'))
  .map(([day, session, code]): CountedMark => ({ date: addDays(FIRST, day), session, code }))
  .filter(({ date }) => weekday(date) <= 5)
const someMarks = fc.uniqueArray(someMark, { selector: ({ date, session }) => `${date} ${session}`, maxLength: 60 })

/** The fullest ten weeks in a row among the school weeks, every window tried. */
const fullest = (marks: readonly CountedMark[], weeks: readonly LocalDate[]): number =>
  Math.max(
    0,
    ...weeks.map((_, first) => {
      const window = weeks.slice(first, first + RULE.weeks)
      return marks.filter(({ date, code }) => 'GNOU'.includes(code) && window.includes(mondayOf(date))).length
    }),
  )

describe('a count towards a notice', () => {
  test('is one number in whatever order the marks come', () => {
    fc.assert(
      fc.property(someMarks, someWeeks, fc.constantFrom('whole-weeks', 'any-day'), (marks, weeks, window) => {
        const rule = { ...RULE, window } as const
        expect(penaltyCount(marks.toReversed(), weeks, BORN, rule)).toEqual(penaltyCount(marks, weeks, BORN, rule))
      }),
    )
  })

  test('meets the threshold exactly when some ten school weeks hold ten sessions, and never counts from more than ten', () => {
    fc.assert(
      fc.property(someMarks, someWeeks, (marks, weeks) => {
        const { counted, sessions, standing } = penaltyCount(marks, weeks, BORN, RULE)
        expect(['met', 'waiting'].includes(standing)).toBe(fullest(marks, weeks) >= RULE.sessions)
        const places = counted.map(({ date }) => weeks.indexOf(mondayOf(date)))
        expect(Math.max(0, ...places) - Math.min(...places, Math.max(0, ...places))).toBeLessThan(RULE.weeks)
        expect(sessions).toBe(counted.length)
      }),
    )
  })

  test('counted to the day never has more than seventy days of school time in it, holidays left out', () => {
    fc.assert(
      fc.property(someMarks, someWeeks, (marks, weeks) => {
        const { counted } = penaltyCount(marks, weeks, BORN, { ...RULE, window: 'any-day' })
        const days = counted.map(({ date }) => weeks.indexOf(mondayOf(date)) * 7 + weekday(date))
        expect(Math.max(0, ...days) - Math.min(...days, Math.max(0, ...days))).toBeLessThan(70)
      }),
    )
  })
})

test('ten weeks that begin on a Wednesday count only where the authority counts to the day', () => {
  const weeks = Array.from({ length: 12 }, (_, index) => addDays('2026-01-05', index * 7))
  const sessions = (date: LocalDate): readonly CountedMark[] => [
    { date, session: 'AM', code: 'O' },
    { date, session: 'PM', code: 'O' },
  ]
  const wednesdayOn = ['2026-01-07', '2026-01-08', '2026-01-09', '2026-03-16', '2026-03-17'].flatMap(sessions)
  expect(penaltyCount(wednesdayOn, weeks, BORN, RULE).sessions).toBe(6)
  expect(penaltyCount(wednesdayOn, weeks, BORN, { ...RULE, window: 'any-day' })).toMatchObject({
    sessions: 10,
    standing: 'met',
    from: '2026-01-05',
    until: '2026-03-16',
  })
})
