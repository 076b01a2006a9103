/** A receipt that comes after the text was given up: what people were asked to do in its place is not needed any more. */
import { describe, expect, test } from 'vitest'
import {
  aCard,
  aContact,
  aDay,
  aPupil,
  aRegister,
  aText,
  at,
  DATE,
  decideAt,
  ordersOf,
  roll,
  tasksOf,
} from '../../test/builders.ts'
import { springbankPolicy } from '../../test/support/policies.ts'
import type { TextRecord } from './absence.ts'
import { putRightId } from './put-right.ts'
import type { Task } from './task.ts'
import { unsentReplyId } from './unsent-reply.ts'

const task = (rest: Partial<Task> & Pick<Task, 'id' | 'kind' | 'rule'>): Task => ({
  date: DATE,
  version: 1,
  pupils: ['P1'],
  raised: at('10:40'),
  due: at('11:40'),
  doers: ['office'],
  urgent: true,
  state: 'open',
  why: '',
  clause: 'c',
  pages: {},
  ...rest,
})
const CALL = `${DATE}-call-P1`

const morning = (texts: Readonly<Record<string, TextRecord>>, tasks: readonly Task[], code = 'N') =>
  aDay({
    registers: [aRegister({ P1: code })],
    cards: [aCard('P1', code === 'N' ? 'unexplained' : 'arrived', { texts })],
    pupils: roll(
      aPupil('P1', { contacts: [aContact('mum'), aContact('dad', { priority: 2, mobile: '+447700900102' })] }),
    ),
    tasks,
  })
const settled = (...of: Parameters<typeof decideAt>) =>
  ordersOf(decideAt(...of), 'settle').map(({ taskId, because }) => [taskId, because])

describe('a text that was thought lost and arrived after all', () => {
  const call = task({ id: CALL, kind: 'call', rule: 'undelivered' })
  const arrived = aText({ contactId: 'mum', state: 'delivered' })

  test('withdraws the call that was asked for in its place; silence is a call again at lunch', () => {
    expect(settled(morning(arrived, [call]), '10:50')).toEqual([[CALL, 'the text arrived after all']])
    const withdrawn = { ...call, state: 'withdrawn' } as const
    expect(tasksOf(decideAt(morning(arrived, [withdrawn]), '10:50'))).toEqual([])
    expect(tasksOf(decideAt(morning(arrived, [withdrawn]), '12:30')).map(({ id }) => id)).toContain(`${CALL}-2`)
  })
  test('leaves the call of lunch and every call of another rule as they are', () => {
    expect(settled(morning(arrived, [call]), '12:30')).toEqual([])
    expect(settled(morning(arrived, [{ ...call, rule: 'vulnerable-first' }]), '10:50')).toEqual([])
  })
  test('leaves the call while no text is known to have arrived', () => {
    for (const state of ['failed', 'accepted', 'uncertain'] as const)
      expect(settled(morning(aText({ contactId: 'mum', state }), [call]), '10:51')).toEqual([])
  })
  test('leaves the call that the silence after it asks for, where the policy gives that a time', () => {
    const texts = { ...springbankPolicy.texts, afterSilence: { goTo: 'call-list', minutes: 15 } as const }
    const policy = { ...springbankPolicy, texts }
    expect(settled(morning(arrived, [call]), '10:44', policy)).toEqual([[CALL, 'the text arrived after all']])
    expect(settled(morning(arrived, [call]), '10:46', policy)).toEqual([])
  })
})

test('a correction that arrived after all needs nobody to ring', () => {
  const id = putRightId(DATE, 'P1')
  const told = aText({ contactId: 'mum', state: 'delivered' })
  const correction = (state: TextRecord['state'], contactId: string) =>
    aText({ contactId, kind: 'correction', step: 'first', state })
  const asked = task({ id, kind: 'put-right', rule: 'lost-correction' })
  const of = (...corrections: readonly Readonly<Record<string, TextRecord>>[]) =>
    morning(Object.assign({}, told, ...corrections), [asked], '/')
  expect(settled(of(correction('delivered', 'mum')), '11:10')).toEqual([[id, 'the correction arrived after all']])
  expect(settled(of(correction('delivered', 'mum'), correction('failed', 'dad')), '11:10')).toEqual([])
})

test('a reply of the office that arrived after all needs nobody to ring', () => {
  const reply = { contactId: 'mum', kind: 'reply', step: 'r-1', session: 'AM' } as const
  const id = unsentReplyId(DATE, 'P1', reply)
  const asked = task({ id, kind: 'unsent-reply', rule: 'lost-reply' })
  expect(settled(morning(aText({ ...reply, state: 'delivered' }), [asked]), '10:50')).toEqual([
    [id, 'the reply arrived after all'],
  ])
  expect(settled(morning(aText({ ...reply, state: 'failed' }), [asked]), '10:50')).toEqual([])
})
