import { describe, expect, test } from 'vitest'
import {
  aCard,
  aClass,
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
import { hilltopPolicy } from '../../test/support/policies.ts'
import type { Case } from './case.ts'
import type { Known } from './known.ts'

const aCase = (rest: Partial<Case> = {}): Case => ({
  caseId: 'k1',
  pupil: 'P1',
  opened: DATE,
  version: 1,
  days: [DATE],
  steps: [],
  visits: [],
  ...rest,
})

const kinds = (known: Known, time: string) => tasksOf(decideAt(known, time)).map((each) => each.kind)

describe('a family that was told wrongly', () => {
  const told = (texts = aText({ contactId: 'm-P1', state: 'delivered' }), rest: Partial<Known> = {}) =>
    aDay({
      registers: [aRegister({ P1: 'U' })],
      cards: [aCard('P1', 'arrived', { texts })],
      pupils: roll(aPupil('P1')),
      ...rest,
    })
  const stopped = [{ contactId: 'm-P1', because: 'stop' as const, mobile: '+447700900999' }]

  test('and can be texted no more is rung, once, and the call does not settle itself because the child is in', () => {
    expect(kinds(told(undefined, { stopped }), '10:45')).toEqual(['put-right'])
    const asked = aTask({ id: `${DATE}-put-right-P1`, kind: 'put-right' })
    const orders = decideAt(told(undefined, { stopped, tasks: [asked] }), '10:50')
    expect([tasksOf(orders), ordersOf(orders, 'settle')]).toEqual([[], []])
  })
  test('too late in the day for a text is rung', () => {
    expect(kinds(told(), '18:30')).toContain('put-right')
  })
  test.each(['failed', 'refused'] as const)('by a correction that was %s is rung', (state) => {
    const texts = {
      ...aText({ contactId: 'm-P1', state: 'delivered' }),
      ...aText({ contactId: 'm-P1', kind: 'correction', state, acceptedAt: at('10:41') }),
    }
    expect(kinds(told(texts), '10:45')).toEqual(['put-right'])
  })
  test('by a correction without a receipt is rung after a while', () => {
    const texts = {
      ...aText({ contactId: 'm-P1', state: 'delivered' }),
      ...aText({ contactId: 'm-P1', kind: 'correction', state: 'accepted', acceptedAt: at('10:41') }),
    }
    expect([kinds(told(texts), '10:45'), kinds(told(texts), '11:01')]).toEqual([[], ['put-right']])
  })
  test('is not rung about it when the child is missing after all', () => {
    const asked = aTask({ id: `${DATE}-put-right-P1`, kind: 'put-right' })
    expect(ordersOf(decideAt(aSilentDay({ tasks: [asked] }), '10:50'), 'settle')).toHaveLength(1)
  })
})

describe('a child on hold', () => {
  const hold = { pupil: 'P1', because: 'refuge', by: 's-dsl', at: at('08:00'), review: '2026-01-20' }
  test('who comes in late is nobody’s duty', () => {
    const known = aDay({
      registers: [aRegister({ P1: 'U' })],
      cards: [aCard('P1', 'arrived')],
      pupils: roll(aPupil('P1')),
      holds: [hold],
    })
    expect([textsOf(decideAt(known, '09:20')), tasksOf(decideAt(known, '09:20'))]).toEqual([[], []])
  })
  test('whose family was texted before the hold is put right by the named person', () => {
    const known = aDay({
      registers: [aRegister({ P1: 'U' })],
      cards: [aCard('P1', 'arrived', { texts: aText({ contactId: 'm-P1', state: 'delivered' }) })],
      pupils: roll(aPupil('P1')),
      holds: [hold],
    })
    expect(tasksOf(decideAt(known, '10:45')).map((each) => [each.kind, each.doers])).toEqual([['put-right', ['dsl']]])
  })
  test('is looked at again on the review date, until the hold ends or is placed again', () => {
    const due = { ...hold, review: DATE }
    expect(kinds(aDay({ registers: [aRegister({})], holds: [due] }), '09:20')).toEqual(['hold-review'])
    const asked = aTask({ id: `${DATE}-review-P1`, kind: 'hold-review' })
    const settled = (holds: Known['holds']) =>
      ordersOf(decideAt(aDay({ registers: [aRegister({})], holds, tasks: [asked] }), '09:30'), 'settle').map(
        (each) => each.because,
      )
    expect([settled([due]), settled([hold]), settled([])]).toEqual([
      [],
      ['the hold was placed again'],
      ['the hold has ended'],
    ])
  })
})

describe('a pupil who is in another class today', () => {
  const entry = { key: 'P1', pupilId: 'P1', admitted: '2021-09-02', dateOfBirth: '2017-05-04', yearGroup: '3' }
  test('and marked there is not missing here', () => {
    const known = aDay({
      classes: [aClass('3b'), aClass('4a')],
      registers: [aRegister({ P1: '/' }), aRegister({}, { classId: '4a' })],
      rosters: { '3b': [], '4a': [entry] },
    })
    expect(ordersOf(decideAt(known, '09:45'), 'mark')).toEqual([])
  })
  test('or joined after the register was taken is a question to the class, and no absence', () => {
    const known = aDay({ registers: [aRegister({})], rosters: { '3b': [entry] } })
    const orders = decideAt(known, '09:45', { ...hilltopPolicy, sweeps: { ...hilltopPolicy.sweeps } })
    expect(ordersOf(orders, 'mark')).toEqual([])
    expect(tasksOf(orders).map((each) => [each.kind, each.pupils])).toContainEqual(['amend-mark', ['P1']])
  })
})

describe('what is unexplained', () => {
  test('O is followed up like N', () => {
    const marked = aDay({ registers: [aRegister({ P1: 'O' })], pupils: roll(aPupil('P1')) })
    expect(ordersOf(decideAt(marked, '09:20'), 'follow').map((each) => each.standing)).toEqual(['unexplained'])
    expect(textsOf(decideAt(aSilentDay({ registers: [aRegister({ P1: 'O' })] }), '10:30'))).toHaveLength(1)
  })
})

describe('the ladder in people’s hands', () => {
  const SATURDAY = '2026-01-17'
  const step = (how: 'advanced' | 'held', date: string, time = '09:00') => ({
    day: 3,
    step: 'referral',
    at: at(time, date),
    how,
    because: 'the Head says so',
  })
  test('a referral brought forward on a Saturday is made on Saturday, and adds no day', () => {
    const known = aDay({
      date: SATURDAY,
      calendar: { listed: { [SATURDAY]: { kind: 'holiday' } }, terms: [] },
      cases: [aCase({ opened: '2026-01-15', days: ['2026-01-15', '2026-01-16'], steps: [step('advanced', SATURDAY)] })],
      pupils: roll(aPupil('P1')),
    })
    const orders = decideAt(known, '09:05')
    expect(tasksOf(orders).map((each) => each.kind)).toEqual(['referral'])
    expect(ordersOf(orders, 'step-case').map((each) => each.day)).toEqual(['2026-01-16'])
  })
  test('a step on hold is asked about on every school day', () => {
    const known = aSilentDay({
      cases: [aCase({ days: ['2026-01-08', '2026-01-09', DATE], steps: [step('held', '2026-01-09')] })],
    })
    expect(tasksOf(decideAt(known, '15:30')).filter((each) => each.id.includes('on-hold'))).toHaveLength(1)
  })
  test('a visit brought forward after today’s visit is another visit', () => {
    const visited = aTask({
      id: `${DATE}-visit-P1`,
      kind: 'visit',
      state: 'done',
      outcome: { what: 'nobody was seen', by: 's-office', at: at('11:00') },
    })
    const forward = { ...step('advanced', DATE, '11:30'), day: 1, step: 'first-visit' }
    const known = aSilentDay({ cases: [aCase({ steps: [forward] })], tasks: [visited] })
    const visits = tasksOf(decideAt(known, '11:31')).filter((each) => each.kind === 'visit')
    expect(visits.map((each) => each.id)).toEqual([`${DATE}-visit-P1-2`])
  })
  test('an address that is confidential is visited by nobody: the safeguarding lead decides', () => {
    const contacts = [aContact('mum', { addressConfidential: true, livesWith: true })]
    const known = aSilentDay({ cases: [aCase()], pupils: roll(aPupil('P1', { contacts })) })
    const found = tasksOf(decideAt(known, '15:30'))
    expect(found.filter((each) => each.kind === 'visit')).toEqual([])
    expect(found.map((each) => [each.kind, each.doers])).toContainEqual(['safeguarding', ['dsl']])
  })
})

describe('the end of the day', () => {
  const proofOf = (known: Known) => tasksOf(decideAt(known, '15:30')).find((each) => each.kind === 'day-end')
  test('an unread proof of yesterday owns nobody', () => {
    const yesterday = aTask({ id: 'y', kind: 'day-end', date: '2026-01-09' })
    expect(kinds(aSilentDay({ tasks: [yesterday] }), '15:30')).toContain('call')
  })
  test('says what is done by when, and which registers never came', () => {
    const call = aTask({ id: 'c', kind: 'call', due: at('16:30') })
    const known = aSilentDay({ tasks: [call], classes: [aClass('3b'), aClass('4a')] })
    expect(proofOf(known)?.why).toContain('1 to be rung by 16:30')
    expect(proofOf(known)?.why).toContain('4A AM')
    expect(proofOf(known)?.urgent).toBe(true)
  })
  test('days that a closure closes count like a holiday', () => {
    const closures = [
      {
        id: 'snow',
        from: '2026-01-13',
        until: '2026-01-16',
        sessions: ['AM', 'PM'] as const,
        code: 'Y4' as const,
        because: 'snow',
        by: 's-head',
        at: at('12:00'),
      },
    ]
    expect(kinds(aSilentDay({ cases: [aCase()], closures }), '15:30')).toContain('safeguarding')
  })
})

test('a step of the timetable that came late pages the Lead', () => {
  const late = aTask({ id: 'l', kind: 'late-sweep', pupils: [] })
  const [page] = ordersOf(decideAt(aDay({ tasks: [late] }), '09:16'), 'page')
  expect([page?.staffId, page?.wording]).toEqual(['s-lead', 'page-late-sweep'])
})
