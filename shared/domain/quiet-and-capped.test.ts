import { describe, expect, test } from 'vitest'
import {
  aCard,
  aContact,
  aDay,
  aPupil,
  aRegister,
  aText,
  at,
  decideAt,
  ordersOf,
  roll,
  tasksOf,
  textsOf,
} from '../../test/builders.ts'
import { springbankPolicy } from '../../test/support/policies.ts'
import type { TextRecord } from './absence.ts'
import { factsOf } from './facts.ts'
import type { TextOrder } from './order.ts'
import { outsideQuietHours } from './pipeline/quiet-hours.ts'
import { quietUntil } from './texts/limits.ts'
import { instantOf } from './time.ts'

const local = (date: string, time: string) => instantOf(date, time, 'Europe/London')

describe('the hours of the night', () => {
  test.each([
    ['2026-01-12', '06:59', '2026-01-12', '07:00'],
    ['2026-01-12', '20:00', '2026-01-13', '07:00'],
    ['2026-01-12', '23:59', '2026-01-13', '07:00'],
    // The clock goes forward and back in the night.
    ['2026-03-28', '21:00', '2026-03-29', '07:00'],
    ['2026-10-24', '21:00', '2026-10-25', '07:00'],
  ])('%s %s end on %s at %s', (date, time, endDate, endTime) => {
    expect(quietUntil(springbankPolicy, local(date, time))).toBe(local(endDate, endTime))
  })
  test.each(['07:00', '12:00', '19:59'])('are not at %s', (time) => {
    expect(quietUntil(springbankPolicy, local('2026-01-12', time))).toBeUndefined()
  })
})

describe('a text due in the night', () => {
  const known = aDay({ registers: [aRegister({ P1: 'N' })], cards: [aCard('P1')], pupils: roll(aPupil('P1')) })
  const order = (kind: TextOrder['kind'], usefulUntil: string): TextOrder => ({
    do: 'text',
    kind,
    step: 'first',
    session: 'AM',
    pupils: ['P1'],
    contactId: 'mum',
    ringOnly: false,
    usefulUntil,
    rule: 'a-rule',
    clause: 'A clause',
  })
  const inNight = (text: TextOrder) =>
    outsideQuietHours(factsOf(known, springbankPolicy, local('2026-01-12', '06:30')), [text])
  test('waits for the morning when it is useful then', () => {
    expect(inNight(order('unreported', at('12:00')))).toEqual([
      { do: 'look', at: local('2026-01-12', '07:00'), rule: 'a-rule', clause: 'A clause' },
    ])
  })
  test('is a call when the morning is too late for it, and a wrong text is put right by a person', () => {
    const kinds = (text: TextOrder) => inNight(text).map((each) => each.do === 'task' && each.kind)
    expect(kinds(order('ladder', local('2026-01-12', '07:00')))).toEqual(['call'])
    expect(kinds(order('correction', local('2026-01-12', '07:00')))).toEqual(['put-right'])
    expect(kinds(order('late', local('2026-01-12', '07:00')))).toEqual(['tell-late'])
  })
})

describe('the texts of a day to one person', () => {
  const cap = springbankPolicy.texts.perContactPerDay
  const earlier = (count: number, more: Partial<TextRecord> = {}): Readonly<Record<string, TextRecord>> =>
    Object.assign(
      {},
      ...Array.from({ length: count }, (_, index) =>
        aText({ contactId: 'mum', kind: 'reminder', step: `step-${index}`, ...more }),
      ),
    )
  const morning = (
    texts: Readonly<Record<string, TextRecord>>,
    code = 'N',
    standing: 'arrived' | 'unexplained' = 'unexplained',
  ) =>
    decideAt(
      aDay({
        registers: [aRegister({ P1: code })],
        cards: [aCard('P1', standing, { texts })],
        pupils: roll(aPupil('P1', { contacts: [aContact('mum')] })),
      }),
      '10:45',
    )
  test('below the policy’s number go', () => {
    expect(textsOf(morning(earlier(cap - 1)))).toHaveLength(1)
  })
  test('over it are a call to the family', () => {
    const orders = morning(earlier(cap))
    expect(textsOf(orders)).toEqual([])
    expect(tasksOf(orders).map(({ kind, why }) => [kind, why])).toContainEqual([
      'call',
      'This contact has had as many texts today as the policy allows. Ring the family.',
    ])
  })
  test('do not count what a carrier refused, nor thanks', () => {
    expect(textsOf(morning(earlier(cap, { state: 'refused' })))).toHaveLength(1)
    expect(textsOf(morning(earlier(cap, { kind: 'acknowledgement' })))).toHaveLength(1)
  })
  test('never keep back a correction', () => {
    const told = aText({ contactId: 'mum', state: 'delivered' })
    const orders = morning({ ...earlier(cap), ...told }, '/', 'arrived')
    expect(textsOf(orders).map(({ kind }) => kind)).toEqual(['correction'])
    expect(ordersOf(orders, 'task').filter(({ kind }) => kind === 'put-right')).toEqual([])
  })
})
