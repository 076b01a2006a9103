import { describe, expect, test } from 'vitest'
import {
  aCard,
  aContact,
  aDay,
  aPupil,
  aRegister,
  aSilentDay,
  aTask,
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

describe('what went wrong once is not lost', () => {
  test('a call withdrawn because the wrong child was signed in is raised again, once', () => {
    const withdrawn = aTask({ id: `${DATE}-call-P1`, kind: 'call', state: 'withdrawn' })
    const [again] = tasksOf(decideAt(aSilentDay({ tasks: [withdrawn] }), '12:30'))
    expect(again).toMatchObject({ kind: 'call', id: `${DATE}-call-P1-2` })
    const known = aSilentDay({ tasks: [withdrawn, aTask({ id: `${DATE}-call-P1-2`, kind: 'call' })] })
    expect(tasksOf(decideAt(known, '12:30')).filter((each) => each.kind === 'call')).toEqual([])
  })
  test('a call at 10:50 that nobody answered does not stand for the call at lunch, and that not for the one at the day’s end', () => {
    const made = (id: string, time: string) =>
      aTask({ id, kind: 'call', state: 'done', outcome: { what: 'no answer', by: 's-office', at: at(time) } })
    const calls = (tasks: readonly Task[], time: string) =>
      tasksOf(decideAt(aSilentDay({ tasks }), time)).flatMap((each) => (each.kind === 'call' ? [each.id] : []))
    const first = made(`${DATE}-call-P1`, '10:55')
    expect(calls([first], '12:00')).toEqual([])
    expect(calls([first], '12:30')).toEqual([`${DATE}-call-P1-2`])
    const second = made(`${DATE}-call-P1-2`, '12:40')
    expect(calls([first, second], '12:41')).toEqual([])
    expect(calls([first, second], '15:30')).toEqual([`${DATE}-call-P1-3`])
  })
  test('the urgent call about a child gone after lunch is the only call asked for, until it is made and a later one falls due', () => {
    const gone = aDay({
      registers: [aRegister({ P1: '/' }), aRegister({ P1: 'N' }, { session: 'PM' })],
      cards: [aCard('P1', 'unexplained', { sessions: { PM: { standing: 'unexplained', since: at('13:15') } } })],
      cases: [{ caseId: 'k1', pupil: 'P1', opened: DATE, version: 1, days: [DATE], steps: [], visits: [] }],
      pupils: roll(aPupil('P1')),
    })
    const calls = (tasks: readonly Task[], time: string) =>
      tasksOf(decideAt({ ...gone, tasks }, time)).flatMap((each) => (each.kind === 'call' ? [each.id] : []))
    const id = `${DATE}-gone-P1`
    expect(calls([], '13:16')).toEqual([id])
    expect(calls([aTask({ id, kind: 'call' })], '13:20')).toEqual([])
    const made = aTask({
      id,
      kind: 'call',
      state: 'done',
      outcome: { what: 'no answer', by: 's-office', at: at('13:30') },
    })
    expect(calls([made], '13:40')).toEqual([])
    expect(calls([made], '15:30')).toEqual([`${DATE}-call-P1`])
  })
  test('another system’s present mark after the text is no contact: the case and the calls stay until the office has looked', () => {
    const texts = aText({ contactId: 'm-P1', state: 'delivered' })
    const call = aTask({ id: 'c', kind: 'call' })
    const known = aSilentDay({
      registers: [aRegister({ P1: '/' })],
      cards: [aCard('P1', 'unexplained', { texts })],
      tasks: [call],
    })
    expect(ordersOf(decideAt(known, '11:00'), 'settle')).toEqual([])
    expect(tasksOf(decideAt(known, '11:00')).map((each) => each.kind)).toContain('disputed-mark')
  })
  test('a case that the wrong child’s arrival closed goes on where it stood', () => {
    const closed = {
      caseId: 'k1',
      pupil: 'P1',
      opened: '2026-01-08',
      version: 4,
      days: ['2026-01-08', '2026-01-09'],
      steps: [],
      visits: [],
      closed: { at: at('10:02'), on: DATE, by: 'system', because: 'contact made' },
    }
    const orders = decideAt(aSilentDay({ closedCases: [closed] }), '12:30')
    expect([ordersOf(orders, 'reopen-case').map((each) => each.caseId), ordersOf(orders, 'open-case')]).toEqual([
      ['k1'],
      [],
    ])
    // Truly here this morning, missing this afternoon: that is another case, at day 1.
    const known = aSilentDay({
      closedCases: [closed],
      registers: [aRegister({ P1: '/' }), aRegister({ P1: 'N' }, { session: 'PM' })],
      cards: [aCard('P1', 'unexplained', { sessions: { PM: { standing: 'unexplained', since: at('13:15') } } })],
    })
    const afternoon = decideAt(known, '13:20')
    expect([ordersOf(afternoon, 'reopen-case'), ordersOf(afternoon, 'open-case').length]).toEqual([[], 1])
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
    const paged = aTask({ id: 'sg', kind: 'safeguarding', urgent: true, raised: at('10:40'), pages: { p: page } })
    expect(ordersOf(decideAt(aDay({ tasks: [paged] }), '10:41'), 'page').map((each) => each.staffId)).toEqual([
      's-deputy',
    ])
  })
})

describe('what the registers show', () => {
  const afternoon = (rest: Parameters<typeof aRegister>[1]) => aRegister({ P1: '\\' }, { session: 'PM', ...rest })
  const morning = aRegister({ P1: 'N' })
  const aCase = {
    caseId: 'k1',
    pupil: 'P1',
    opened: DATE,
    version: 1,
    days: [DATE],
    steps: [],
    visits: [],
  }
  test('a register that a teacher is still filling in shows nothing: the case stays open', () => {
    const known = aSilentDay({ registers: [morning, afternoon({ submitted: false })], cases: [aCase] })
    expect(ordersOf(decideAt(known, '13:10'), 'close-case')).toEqual([])
  })
  test('a child in the afternoon’s register came in between: the card says so, the case closes', () => {
    const known = aSilentDay({ registers: [morning, afternoon({})], cases: [aCase] })
    expect(ordersOf(decideAt(known, '13:20'), 'follow').map((each) => each.standing)).toEqual(['arrived'])
    expect(ordersOf(decideAt(known, '13:20'), 'close-case')).toHaveLength(1)
  })
  test('where the family was texted, the office looks before anybody is told that the child is in', () => {
    const cards = [aCard('P1', 'unexplained', { texts: aText({ contactId: 'm-P1', state: 'delivered' }) })]
    const known = aSilentDay({ registers: [morning, afternoon({})], cases: [aCase], cards })
    const orders = decideAt(known, '13:20')
    expect(tasksOf(orders).map((each) => [each.kind, each.session])).toContainEqual(['disputed-mark', 'PM'])
    expect([ordersOf(orders, 'close-case'), ordersOf(orders, 'follow'), textsOf(orders)]).toEqual([[], [], []])
  })
})

describe('who must not read it', () => {
  test('a parent who said STOP is not texted under a new id that an import gave them', () => {
    const contacts = [aContact('mum-2', { mobile: '+447700900101' })]
    const stopped = [{ contactId: 'mum', because: 'stop' as const, mobile: '+447700900101' }]
    const orders = decideAt(aSilentDay({ pupils: roll(aPupil('P1', { contacts })), stopped }), '10:30')
    expect([textsOf(orders), tasksOf(orders).map((each) => each.kind)]).toEqual([[], ['call']])
  })
  test('no text about a child goes to a phone that somebody barred from the child also has', () => {
    const contacts = [
      aContact('mum', { mobile: '+447700900101' }),
      aContact('dad', { mobile: '+447700900101', courtRestriction: true }),
    ]
    const orders = decideAt(aSilentDay({ pupils: roll(aPupil('P1', { contacts })) }), '10:30')
    expect([textsOf(orders), tasksOf(orders).map((each) => each.kind)]).toEqual([[], ['call']])
  })
})
