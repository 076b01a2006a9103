import { describe, expect, test } from 'vitest'
import {
  aContact,
  aDay,
  aPupil,
  aRegister,
  DATE,
  decideAt,
  ordersOf,
  roll,
  tasksOf,
  textsOf,
} from '../../test/builders.ts'
import { hilltopPolicy, springbankPolicy } from '../../test/support/policies.ts'
import { longestDelay, policyOfDay } from './late-opening.ts'

const snow = { date: DATE, opens: '10:00', because: 'Snow', by: 's-head', at: '2026-01-12T07:30:00.000Z' }

describe('a morning that opens an hour late', () => {
  const shifted = policyOfDay(springbankPolicy, snow)
  test('moves all that hangs on its beginning by the hour', () => {
    expect(shifted.day).toEqual({ ...springbankPolicy.day, amOpens: '10:00', amCloses: '10:15' })
    expect(shifted.sweeps).toEqual({
      ...springbankPolicy.sweeps,
      'register-close': '10:15',
      'unreported-absence': '11:30',
    })
    expect(shifted.registers.headCountAt).toBe('11:30')
    expect(shifted.texts.usefulUntil.unreported).toBe('13:00')
  })
  test('asked twice it is an hour and not two', () => {
    expect(policyOfDay(shifted, snow)).toEqual(shifted)
  })
  test('leaves a text about the morning no time in the afternoon', () => {
    const { texts, day } = policyOfDay(springbankPolicy, { opens: '10:50' })
    expect(texts.usefulUntil.unreported).toBe(day.pmOpens)
  })
  test('is no late opening when the school opens at its own time or before', () => {
    expect(policyOfDay(springbankPolicy, { opens: '09:00' })).toBe(springbankPolicy)
    expect(policyOfDay(springbankPolicy, undefined)).toBe(springbankPolicy)
  })
})

test.each([springbankPolicy, hilltopPolicy])(
  'in $name the longest delay still texts before lunch, a minute more does not',
  (policy) => {
    const { sweeps } = policyOfDay(policy, { opens: later(policy.day.amOpens, longestDelay(policy)) })
    expect(sweeps['unreported-absence'] < sweeps.lunch).toBe(true)
    const over = policyOfDay(policy, { opens: later(policy.day.amOpens, longestDelay(policy) + 1) })
    expect(over.sweeps['unreported-absence'] < over.sweeps.lunch).toBe(false)
  },
)

const later = (time: string, minutes: number): string => {
  const total = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
}

describe('on a day that opens at 10:00', () => {
  const day = aDay({
    lateOpening: snow,
    registers: [aRegister({ P1: 'N' })],
    pupils: roll(aPupil('P1', { contacts: [aContact('m1')] })),
  })
  test('nobody is missing at 9:15, and from 10:15 the absent are followed', () => {
    expect(ordersOf(decideAt(day, '10:14'), 'follow')).toEqual([])
    expect(ordersOf(decideAt(day, '10:15'), 'follow')).toMatchObject([{ pupil: 'P1', standing: 'unexplained' }])
  })
  test('no register is missed before 10:15, and heads are counted from 11:30', () => {
    const without = { ...day, registers: [] }
    expect(tasksOf(decideAt(without, '10:14'))).toEqual([])
    expect(tasksOf(decideAt(without, '10:15'))).toMatchObject([{ kind: 'missing-register', urgent: false }])
    expect(tasksOf(decideAt(without, '11:29'))).toMatchObject([{ urgent: false }])
    expect(tasksOf(decideAt(without, '11:30'))).toMatchObject([{ urgent: true, doers: ['head'] }])
  })
  test('nobody is texted at 10:30', () => {
    expect(textsOf(decideAt(day, '11:29'))).toEqual([])
  })
})
