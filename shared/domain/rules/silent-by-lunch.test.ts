import { describe, expect, test } from 'vitest'
import type { Policy } from '../../../academies/policy.ts'
import { aCard, aDay, aPupil, aRegister, at, decideAt, roll, tasksOf } from '../../../test/builders.ts'
import { springbankPolicy } from '../../../test/support/policies.ts'

/** A school whose ladder begins with a visit. */
const visitsFirst: Policy = {
  ...springbankPolicy,
  ladder: springbankPolicy.ladder.filter(({ id }) => id !== 'first-call'),
}
const sessions = { PM: { standing: 'unexplained', since: at('13:15') } } as const
const afternoon = aDay({
  registers: [aRegister({ P1: 'N' }, { session: 'PM' })],
  cards: [aCard('P1', 'unexplained', { sessions })],
  pupils: roll(aPupil('P1')),
})
const morning = { id: 'flood', from: afternoon.date, until: afternoon.date, code: 'Y4', because: 'flood' } as const
const closedMorning = { ...morning, sessions: ['AM'], by: 'head', at: at('07:00') } as const

const calls = (known: typeof afternoon) =>
  tasksOf(decideAt(known, '13:15', visitsFirst))
    .filter(({ kind }) => kind === 'call')
    .map(({ rule, pupils }) => [rule, pupils])

describe('a child who is missing in the afternoon and whom nobody has seen today', () => {
  test('is rung about where the morning’s register never came', () => {
    expect(calls(afternoon)).toEqual([['silent-by-lunch', ['P1']]])
  })
  test('is rung about where the school opened at lunch', () => {
    expect(calls({ ...afternoon, closures: [closedMorning] })).toEqual([['silent-by-lunch', ['P1']]])
  })
  test('is searched for, and rung about once, where the morning’s register says present', () => {
    const here = { ...afternoon, registers: [aRegister({ P1: '/' }), ...afternoon.registers] }
    expect(calls(here)).toEqual([['missing-after-lunch', ['P1']]])
  })
})
