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
  textsOf,
} from '../../test/builders.ts'
import type { Task } from './task.ts'

const silent = (rest = {}) =>
  aDay({ registers: [aRegister({ P1: 'N' })], cards: [aCard('P1')], pupils: roll(aPupil('P1')), ...rest })

const task = (rest: Partial<Task> & Pick<Task, 'id' | 'kind'>): Task => ({
  date: DATE,
  version: 1,
  pupils: ['P1'],
  raised: at('09:15'),
  due: at('10:00'),
  doers: ['office'],
  urgent: false,
  state: 'open',
  why: '',
  rule: 'r',
  clause: 'c',
  pages: {},
  ...rest,
})

describe('what went wrong once is not lost', () => {
  test('a call withdrawn because the wrong child was signed in is raised again, once', () => {
    const withdrawn = task({ id: `${DATE}-call-P1`, kind: 'call', state: 'withdrawn' })
    const [again] = tasksOf(decideAt(silent({ tasks: [withdrawn] }), '12:30'))
    expect(again).toMatchObject({ kind: 'call', id: `${DATE}-call-P1-2` })
    const known = silent({ tasks: [withdrawn, task({ id: `${DATE}-call-P1-2`, kind: 'call' })] })
    expect(tasksOf(decideAt(known, '12:30')).filter((each) => each.kind === 'call')).toEqual([])
  })
  test('another system’s present mark after the text is no contact: the case and the calls stay until the office has looked', () => {
    const texts = aText({ contactId: 'm-P1', state: 'delivered' })
    const call = task({ id: 'c', kind: 'call' })
    const known = silent({
      registers: [aRegister({ P1: '/' })],
      cards: [aCard('P1', 'unexplained', { texts })],
      tasks: [call],
    })
    expect(ordersOf(decideAt(known, '11:00'), 'settle')).toEqual([])
    expect(tasksOf(decideAt(known, '11:00')).map((each) => each.kind)).toContain('disputed-mark')
  })
  test('a page that did not arrive goes to the next person at once', () => {
    const page = {
      state: 'failed',
      kind: 'page',
      step: 'dsl',
      session: 'AM',
      contactId: 's-dsl',
      at: at('10:40'),
      leaseUntil: at('10:42'),
    } as const
    const paged = task({ id: 'sg', kind: 'safeguarding', urgent: true, raised: at('10:40'), pages: { p: page } })
    expect(ordersOf(decideAt(aDay({ tasks: [paged] }), '10:41'), 'page').map((each) => each.staffId)).toEqual([
      's-deputy',
    ])
  })
})

describe('who must not read it', () => {
  test('no text about a child goes to a phone that somebody barred from the child also has', () => {
    const contacts = [
      aContact('mum', { mobile: '+447700900101' }),
      aContact('dad', { mobile: '+447700900101', courtRestriction: true }),
    ]
    const orders = decideAt(silent({ pupils: roll(aPupil('P1', { contacts })) }), '10:30')
    expect([textsOf(orders), tasksOf(orders).map((each) => each.kind)]).toEqual([[], ['call']])
  })
})
