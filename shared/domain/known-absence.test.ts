import { describe, expect, test } from 'vitest'
import { aCard, aDay, aPupil, aRegister, at, DATE, decideAt, ordersOf, roll, tasksOf } from '../../test/builders.ts'
import type { Standing } from './absence.ts'
import type { Code } from './codes.ts'
import type { Known } from './known.ts'
import type { KnownAbsence } from './known-absence.ts'

describe('what a reason covers', () => {
  const known = (rest: Partial<KnownAbsence>): KnownAbsence => ({
    id: 'a-1',
    pupil: 'P1',
    from: DATE,
    until: DATE,
    sessions: ['AM', 'PM'],
    by: 's-office',
    at: at('08:00'),
    ...rest,
  })
  const afternoon = (morning: Code, knownAbsences: readonly KnownAbsence[], standing: Standing = 'reported') =>
    aDay({
      registers: [aRegister({ P1: morning }), aRegister({ P1: 'N' }, { session: 'PM' })],
      cards: [aCard('P1', standing)],
      pupils: roll(aPupil('P1')),
      knownAbsences,
    })
  const standingAt = (day: Known, time: string) =>
    ordersOf(decideAt(day, time), 'follow').map((order) => order.standing)

  test('the dentist in the morning does not explain the afternoon', () => {
    expect(standingAt(afternoon('M', [known({ code: 'M', sessions: ['AM'] })]), '13:15')).toEqual(['unexplained'])
    expect(standingAt(afternoon('M', []), '13:15')).toEqual(['unexplained'])
  })
  test('an illness explains the whole day', () => {
    expect(standingAt(afternoon('I', []), '13:15')).toEqual(['reported'])
    expect(standingAt(afternoon('I', [known({ code: 'I' })]), '13:15')).toEqual(['reported'])
  })
  test('a pupil expected back from the dentist and not there is an urgent call at once', () => {
    const day = afternoon('M', [])
    const cards = [
      aCard('P1', 'reported', {
        sessions: {
          AM: { standing: 'reported', since: at('09:15') },
          PM: { standing: 'unexplained', since: at('13:15') },
        },
      }),
    ]
    const [call] = tasksOf(decideAt({ ...day, cards }, '13:16')).filter((task) => task.kind === 'call')
    expect([call?.urgent, call?.why]).toEqual([true, expect.stringContaining('expected back')])
  })
  test('a family that gave dates but no decision was made is reported on the next day, and is not texted', () => {
    const day = aDay({
      registers: [aRegister({ P1: 'N' })],
      pupils: roll(aPupil('P1')),
      knownAbsences: [known({ from: '2026-01-09' })],
    })
    expect(standingAt(day, '09:15')).toEqual(['reported'])
  })
})
