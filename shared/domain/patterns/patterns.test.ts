import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aClass, aRegister } from '../../../test/builders.ts'
import { springbankPolicy } from '../../../test/support/policies.ts'
import type { Code } from '../codes.ts'
import { type CountedMark, NO_SESSIONS, type Tally } from '../counting/tally.ts'
import type { Marked } from '../reports/facts.ts'
import { addDays, weekday } from '../time.ts'
import { linesAhead, lookAhead } from './ahead.ts'
import { inspect } from './inspection.ts'
import { patternsOf } from './pupil-patterns.ts'
import { siblingClusters } from './siblings.ts'

const RULE = springbankPolicy.reports.patterns

/** Ten school weeks from Monday 12 January, a code by date and half of the day. */
const marksOf = (code: (date: string, session: 'AM' | 'PM') => Code): readonly CountedMark[] =>
  Array.from({ length: 70 }, (_, index) => addDays('2026-01-12', index))
    .filter((date) => weekday(date) <= 5)
    .flatMap((date) => (['AM', 'PM'] as const).map((session) => ({ date, session, code: code(date, session) })))

const here = (session: 'AM' | 'PM'): Code => (session === 'AM' ? '/' : '\\')
const found = (marks: readonly CountedMark[], beside: readonly string[] = []) =>
  patternsOf({ key: 'k1', marks }, springbankPolicy, new Set(beside)).map(({ kind, says }) => [kind, says])

describe('a pupil’s absences', () => {
  test('on Fridays above all are told, with the counts', () => {
    expect(
      found(marksOf((date, session) => (weekday(date) === 5 && date > '2026-02-01' ? 'I' : here(session)))),
    ).toEqual([['weekday', '14 of 14 sessions missed were on Fridays.']])
  })

  test('in eight broken weeks are told, and seven are not', () => {
    const days = (from: string) =>
      marksOf((date, session) =>
        weekday(date) <= 2 && date > from ? (weekday(date) === 1 ? 'I' : 'M') : here(session),
      )
    expect(found(days('2026-01-24')).filter(([kind]) => kind === 'broken-weeks')).toEqual([
      ['broken-weeks', '8 of 10 weeks were broken: some sessions attended, some missed.'],
    ])
    expect(found(days('2026-01-31')).map(([kind]) => kind)).not.toContain('broken-weeks')
  })

  test('in the afternoon of days otherwise attended are told', () => {
    const marks = marksOf((date, session) =>
      session === 'PM' &&
      ['2026-01-13', '2026-01-21', '2026-01-29', '2026-02-03', '2026-02-11', '2026-02-19', '2026-03-03'].includes(date)
        ? 'O'
        : here(session),
    )
    expect(found(marks).filter(([kind]) => kind === 'session')).toEqual([
      ['session', '7 of 7 sessions missed were afternoons of days otherwise attended.'],
    ])
  })

  test('beside a holiday are told, and lateness with the minutes lost', () => {
    const days = ['2026-02-13', '2026-02-23', '2026-03-06']
    const late = (date: string, session: 'AM' | 'PM') => session === 'AM' && date < '2026-01-26'
    const marks = marksOf((date, session) =>
      days.includes(date) ? 'G' : late(date, session) ? 'L' : here(session),
    ).map((mark) => (mark.code === 'L' ? { ...mark, minutesLate: 7 } : mark))
    expect(found(marks, days)).toEqual(
      expect.arrayContaining([
        ['beside-holidays', '6 of 6 sessions missed were on the last day before or the first after a holiday.'],
        [
          'lateness',
          'Late 10 times, 0 of them after the register had closed: 70 minutes lost, as far as they were written down.',
        ],
      ]),
    )
  })

  test('that are few, or of one long illness, are no pattern', () => {
    expect(found(marksOf((date, session) => (date === '2026-01-16' ? 'I' : here(session))))).toEqual([])
    const ill = marksOf((date, session) => (date >= '2026-02-02' && date <= '2026-02-13' ? 'I' : here(session)))
    expect(found(ill)).toEqual([])
  })
})

test('brothers and sisters who are away together are told once, whichever parent they share', () => {
  const marks = marksOf((date, session) =>
    ['2026-01-16', '2026-01-30', '2026-02-06'].includes(date) ? 'O' : here(session),
  )
  const child = (key: string, adults: readonly string[]): Marked => ({ key, marks, adults })
  const all = [child('k1', ['c1', 'c2']), child('k2', ['c1', 'c2']), child('k3', ['c9'])]
  expect(siblingClusters(all, RULE).map(({ pupils, says }) => [pupils, says])).toEqual([
    [['k1', 'k2'], '2 children of one family missed the same 6 sessions.'],
  ])
})

const tally = (attended: number, possible: number): Tally => ({
  ...NO_SESSIONS,
  attended,
  possible,
  unauthorised: possible - attended,
})
const DAYS = Array.from({ length: 28 }, (_, index) => addDays('2026-02-02', index)).filter((date) => weekday(date) <= 5)
const [, BELOW_90, PERSISTENT] = linesAhead({ warning: 93, stage1: 90 })

describe('who may cross a line', () => {
  test('is told with the day, the last day on which it can be avoided, and the sum behind it', () => {
    const ahead = BELOW_90 && lookAhead(tally(171, 188), tally(34, 40), DAYS, '2026-01-30', BELOW_90)
    expect(ahead).toMatchObject({ line: 'below 90%', on: '2026-02-27', avoidableUntil: '2026-02-26', mayMiss: 5 })
    expect(ahead?.says).toEqual([
      '171 of 188 sessions attended is 91.0%.',
      'Of the last 40 sessions 6 were missed.',
      'At that rate 6 of the 40 sessions up to Friday 27 February are missed: 205 of 228 sessions attended is 89.9%, below 90%.',
      'It can be avoided up to Thursday 26 February, by missing nothing more from then.',
      'Of the 40 sessions of the school weeks ahead 5 may be missed without it.',
    ])
  })

  test('never is somebody who has crossed it, or who misses nothing lately', () => {
    if (!PERSISTENT) throw new Error('there is no such line')
    expect(lookAhead(tally(90, 100), tally(30, 40), DAYS, '2026-01-30', PERSISTENT)).toBeUndefined()
    expect(lookAhead(tally(171, 188), tally(40, 40), DAYS, '2026-01-30', PERSISTENT)).toBeUndefined()
  })

  test('does not cross it who goes on so to the last day that is named and then misses nothing; who goes on a day longer does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 380 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(...linesAhead({ warning: 93, stage1: 90 })),
        (possible, missed, recentlyMissed, line) => {
          const year = tally(Math.max(0, possible - missed), possible)
          const ahead = lookAhead(year, tally(40 - recentlyMissed, 40), DAYS, '2026-01-30', line)
          if (ahead === undefined) return
          const soFar = DAYS.indexOf(ahead.avoidableUntil) + 1
          const lost = Math.floor((recentlyMissed * 2 * soFar) / 40)
          for (let day = soFar; day <= DAYS.length; day++)
            expect(line.isCrossed(tally(year.attended + 2 * day - lost, possible + 2 * day))).toBe(false)
          const end = possible + 2 * DAYS.length
          const atEnd = (missing: number) => line.isCrossed(tally(year.attended + 2 * DAYS.length - missing, end))
          expect([atEnd(ahead.mayMiss), atEnd(ahead.mayMiss + 1)]).toEqual([false, true])
        },
      ),
    )
  })
})

describe('an inspection of the registers', () => {
  const ground = {
    policy: springbankPolicy,
    calendar: { listed: {}, terms: [] },
    closures: [],
    classes: [aClass('3b')],
  }
  const days = Array.from({ length: 14 }, (_, index) => addDays('2026-01-12', index)).filter(
    (date) => weekday(date) <= 5,
  )
  const span = { from: '2026-01-12', until: '2026-01-25' }
  const registers = (code: (date: string, session: 'AM' | 'PM') => string) =>
    days.flatMap((date) =>
      (['AM', 'PM'] as const).map((session) =>
        aRegister({ k1: code(date, session), k2: here(session) }, { date, session }),
      ),
    )
  const kinds = (of: ReturnType<typeof registers>) => inspect(of, span, ground).map(({ kind, says }) => [kind, says])

  test('stops at a class in which nobody is ever away, and at registers that never came', () => {
    expect(kinds(registers((_date, session) => here(session)))).toEqual([
      ['nobody-away', 'Nobody was away in any of 20 registers.'],
    ])
    expect(
      kinds(registers((date, session) => (date === '2026-01-13' && session === 'AM' ? 'I' : here(session))).slice(2)),
    ).toEqual([['never-came', '2 of 20 registers never came.']])
  })

  test('stops where the afternoon always copies the morning, and where nearly all absences have one code', () => {
    expect(kinds(registers(() => 'O'))).toEqual([
      [
        'afternoon-copies-morning',
        'On all 10 days with an absence the afternoon has the same pupils away as the morning.',
      ],
      ['one-code', '20 of 20 absences have the code O (absent in other or unknown circumstances).'],
    ])
  })
})
