import { describe, expect, test } from 'vitest'
import { aCard, aDay, aPupil, aRegister, at, decideAt, roll, tasksOf } from '../../../test/builders.ts'
import type { Closure } from '../calendar.ts'
import type { Known } from '../known.ts'

const THURSDAY = '2026-02-12'
/** The last day before half term. */
const FRIDAY = '2026-02-13'
const calendar = {
  listed: {},
  terms: [
    { from: '2026-01-05', until: FRIDAY },
    { from: '2026-02-23', until: '2026-03-27' },
  ],
}
const snow = (date: string): Closure => ({
  id: `snow-${date}`,
  from: date,
  until: date,
  sessions: ['AM', 'PM'],
  code: 'Y4',
  because: 'snow',
  by: 'head',
  at: at('07:00', date),
})
const missing = { caseId: 'c1', pupil: 'P1', opened: '2026-02-11', version: 1, steps: [], visits: [] }

const onDay = (date: string, rest: Partial<Known>): Known =>
  aDay({ date, calendar, pupils: roll(aPupil('P1')), cases: [{ ...missing, days: ['2026-02-11'] }], ...rest })

const asked = (known: Known, time = '13:15') =>
  tasksOf(decideAt(known, time))
    .filter(({ kind }) => kind === 'safeguarding')
    .map(({ id, doers }) => [id, doers])

describe('a child nobody can account for when half term begins', () => {
  const silent = { registers: [aRegister({ P1: 'N' }, { date: FRIDAY })], cards: [aCard('P1')] }
  test('is the safeguarding lead’s on the afternoon of the last day', () => {
    expect(asked(onDay(FRIDAY, silent))).toEqual([[`${FRIDAY}-holiday-P1`, ['dsl']]])
  })
  test('is so, too, where snow closes the school on the last day', () => {
    expect(asked(onDay(FRIDAY, { closures: [snow(FRIDAY)] }))).toEqual([[`${THURSDAY}-holiday-P1`, ['dsl']]])
  })
  test('is not asked about before that afternoon, nor in the holiday itself', () => {
    expect(asked(onDay(FRIDAY, { closures: [snow(FRIDAY)] }), '12:30')).toEqual([])
    expect(asked(onDay('2026-02-16', {}), '13:15')).toEqual([])
  })
})

describe('snow in the middle of a week', () => {
  test('makes no holiday of one day, and one of three days', () => {
    const days = ['2026-02-03', '2026-02-04', '2026-02-05']
    const closed = (count: number) => onDay(days[count - 1] ?? '', { closures: days.slice(0, count).map(snow) })
    expect([1, 2, 3].map((count) => asked(closed(count)).length)).toEqual([0, 0, 1])
  })
})
