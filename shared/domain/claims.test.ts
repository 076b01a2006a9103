import { describe, expect, test } from 'vitest'
import type { Policy } from '../../academies/policy.ts'
import { aCard, aDay, aPupil, aRegister, aText, at, decideAt, ordersOf, roll, tasksOf } from '../../test/builders.ts'
import { springbankPolicy } from '../../test/support/policies.ts'
import type { TextRecord } from './absence.ts'

const by = (provider: Policy['texts']['provider']): Policy => ({
  ...springbankPolicy,
  texts: { ...springbankPolicy.texts, provider, second: 'none' },
})

const absent = (texts: Record<string, TextRecord> = {}) =>
  aDay({
    registers: [aRegister({ P1: 'N' })],
    cards: [aCard('P1', 'unexplained', { texts })],
    pupils: roll(aPupil('P1')),
  })

/** Claimed at 10:30, its lease over at 10:32. */
const claimed = absent(aText({ contactId: 'm-P1', state: 'claimed' }))
const looks = (time: string, policy: Policy, known = claimed) =>
  ordersOf(decideAt(known, time, policy), 'look').map((look) => look.at)
const checks = (time: string, policy: Policy) => ordersOf(decideAt(claimed, time, policy), 'check')

describe('what was put on the queue', () => {
  test('is looked after five minutes later, should its message be lost', () => {
    expect(looks('10:30', by('notify'), absent())).toContain(at('10:35'))
  })
  test('is put there again at that look when nobody claimed it', () => {
    expect(ordersOf(decideAt(absent(), '10:35', by('notify')), 'text')).toHaveLength(1)
  })
  test('is not looked after when nothing was put there', () => {
    expect(looks('10:29', by('notify'), absent())).toEqual([])
  })
})

test('a late text is not looked after by itself: the family is asked nothing', () => {
  const late = aDay({
    registers: [aRegister({ P1: 'U' })],
    cards: [aCard('P1', 'arrived')],
    pupils: roll(aPupil('P1')),
  })
  const orders = decideAt(late, '09:40', by('notify'))
  expect([ordersOf(orders, 'text').map((text) => text.kind), ordersOf(orders, 'look')]).toEqual([['late'], []])
})

describe('a claim whose process died', () => {
  test('is looked at when its lease is over', () => {
    expect(looks('10:31', by('notify'))).toEqual([at('10:32')])
    expect(looks('10:31', by('sns'))).toEqual([at('10:32')])
  })
  test('has the provider asked where it can be asked, in the words of the text as it was planned', () => {
    expect(checks('10:31', by('notify'))).toEqual([])
    expect(checks('10:32', by('notify'))).toEqual([
      expect.objectContaining({
        kind: 'unreported',
        step: 'first',
        pupils: ['P1'],
        contactId: 'm-P1',
        ringOnly: false,
      }),
    ])
  })
  test('has it asked once in five minutes, however often the day is looked at', () => {
    expect(['10:33', '10:34', '10:36'].flatMap((time) => checks(time, by('notify')))).toEqual([])
    expect(checks('10:37', by('notify'))).toHaveLength(1)
  })
  test('is the office’s when the provider gave no answer in ten minutes', () => {
    expect(tasksOf(decideAt(claimed, '10:41', by('notify')))).toEqual([])
    expect(tasksOf(decideAt(claimed, '10:42', by('notify'))).map((task) => task.kind)).toEqual(['uncertain-text'])
  })
  test.each(['sns', 'twilio', 'end-user-messaging'] as const)(
    'is the office’s at once where %s carries texts and cannot be asked',
    (provider) => {
      expect(checks('10:32', by(provider))).toEqual([])
      expect(tasksOf(decideAt(claimed, '10:32', by(provider))).map((task) => task.kind)).toEqual(['uncertain-text'])
    },
  )
  test('is not asked about when the text could no longer go', () => {
    const late = absent(aText({ contactId: 'm-P1', state: 'claimed', at: at('11:59'), leaseUntil: at('12:01') }))
    expect(ordersOf(decideAt(late, '12:01', by('notify')), 'check')).toEqual([])
  })
})
