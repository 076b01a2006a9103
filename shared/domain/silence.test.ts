import { describe, expect, test } from 'vitest'
import type { Policy } from '../../academies/policy.ts'
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
import type { TextState } from './absence.ts'

const schoolOf = (afterSilence: Policy['texts']['afterSilence']): Policy => ({
  ...springbankPolicy,
  texts: { ...springbankPolicy.texts, afterSilence },
})

/** Mum was texted at 10:30, Gran is next, and an uncle after her. */
const texted = (state: TextState, more: ReturnType<typeof aText> = {}) =>
  aDay({
    registers: [aRegister({ P1: 'N' }, { asOf: at('10:55') })],
    cards: [aCard('P1', 'unexplained', { texts: { ...aText({ contactId: 'mum', state }), ...more } })],
    pupils: roll(
      aPupil('P1', {
        contacts: [
          aContact('mum'),
          aContact('gran', { priority: 2, mobile: '+447700900103' }),
          aContact('uncle', { priority: 3, mobile: '+447700900104' }),
        ],
      }),
    ),
  })
const gran = (state: TextState, acceptedAt: string) =>
  aText({ contactId: 'gran', step: 'next', state, at: acceptedAt, acceptedAt })

const done = (known: ReturnType<typeof texted>, time: string, policy: Policy) => {
  const orders = decideAt(known, time, policy)
  return [...textsOf(orders).map(({ contactId }) => `text ${contactId}`), ...tasksOf(orders).map(({ kind }) => kind)]
}
const looks = (known: ReturnType<typeof texted>, time: string, policy: Policy) =>
  ordersOf(decideAt(known, time, policy), 'look').map((look) => look.at)

describe('a school that goes on to the next contact', () => {
  const policy = schoolOf({ goTo: 'next-contact', minutes: 30 })
  test('texts the next one when the first has no receipt in time', () => {
    expect(done(texted('accepted'), '10:49', policy)).toEqual([])
    expect(done(texted('accepted'), '10:50', policy)).toEqual(['text gran'])
  })
  test('texts the next one when the first had the text and nobody answers', () => {
    expect(looks(texted('delivered'), '10:31', policy)).toContain(at('11:00'))
    expect(done(texted('delivered'), '10:59', policy)).toEqual([])
    expect(done(texted('delivered'), '11:00', policy)).toEqual(['text gran'])
  })
  test('waits for each in turn', () => {
    const known = texted('delivered', gran('delivered', at('11:00')))
    expect(done(known, '11:29', policy)).toEqual([])
    expect(done(known, '11:30', policy)).toEqual(['text uncle'])
  })
  test('rings when no contact is left', () => {
    const uncle = aText({ contactId: 'uncle', step: 'next', state: 'failed' })
    expect(done(texted('delivered', { ...gran('failed', at('11:00')), ...uncle }), '11:30', policy)).toEqual(['call'])
  })
  test('rings when it is too late for a text', () => {
    expect(done(texted('delivered'), '12:01', policy)).toEqual(['call'])
  })
  test('never goes on from a text of which nobody knows whether it went', () => {
    expect(done(texted('uncertain'), '11:30', policy)).toEqual(['uncertain-text'])
  })
})

describe('a school that rings', () => {
  test('does so when the text arrived and nobody answers in the set time', () => {
    const policy = schoolOf({ goTo: 'call-list', minutes: 45 })
    expect(done(texted('delivered'), '11:14', policy)).toEqual([])
    expect(done(texted('delivered'), '11:15', policy)).toEqual(['call'])
  })
  test('waits until lunch for an answer when no time is set', () => {
    const policy = schoolOf({ goTo: 'call-list', minutes: 0 })
    expect(done(texted('delivered'), '12:29', policy)).toEqual([])
    expect(done(texted('accepted'), '10:50', policy)).toEqual(['call'])
  })
})

test('Springbank rings when a receipt is missing, and waits until lunch for an answer', () => {
  expect(springbankPolicy.texts.afterSilence).toEqual({ goTo: 'call-list', minutes: 0 })
})
