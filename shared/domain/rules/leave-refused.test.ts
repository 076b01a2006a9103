import { describe, expect, test } from 'vitest'
import { aDay, aPupil, aRegister, decideAt, ordersOf, roll, tasksOf, textsOf } from '../../../test/builders.ts'
import type { LeaveRequest } from '../attend/leave.ts'
import { grantLeave, refusedDays, refuseLeave, withdrawLeave } from '../attend/leave.ts'
import type { Known } from '../known.ts'

const refusal = { id: 'l1', pupil: 'P1', from: '2026-01-12', until: '2026-01-14', purpose: 'holiday' } as const
const day = (code: string, more: Partial<Known> = {}) =>
  aDay({ pupils: roll(aPupil('P1')), registers: [aRegister({ P1: code })], refusedLeave: [refusal], ...more })
const asked = (known: Known) => tasksOf(decideAt(known, '09:20')).filter(({ kind }) => kind === 'leave-refused')

describe('a day of leave that was refused', () => {
  test.each(['N', 'I', 'M'])(
    'on which the child holds %s is a task for the office, with the code to think of',
    (code) => {
      expect(asked(day(code))).toMatchObject([
        { doers: ['office'], about: 'l1', why: expect.stringMatching(/holiday.*G\.$/) },
      ])
    },
  )

  test.each(['/', 'L', 'V', 'G'])('on which the child holds %s is none', (code) => {
    expect(asked(day(code))).toEqual([])
  })

  test('leaves the child followed up like every other: a refusal says nothing of where a child is', () => {
    const texts = textsOf(decideAt(day('N', { cards: [] }), '09:20'))
    expect(ordersOf(decideAt(day('N'), '09:20'), 'follow')).toHaveLength(1)
    expect(texts).toEqual([])
  })

  test('asks nothing before its first day and after its last', () => {
    expect(asked(day('N', { refusedLeave: [{ ...refusal, from: '2026-01-13' }] }))).toEqual([])
    expect(asked(day('N', { refusedLeave: [{ ...refusal, from: '2026-01-05', until: '2026-01-11' }] }))).toEqual([])
  })

  test('is settled when the child comes, or has the code', () => {
    const [task] = asked(day('N'))
    const open = {
      ...task,
      date: '2026-01-12',
      version: 1,
      raised: '',
      state: 'open',
      pages: {},
    } as Known['tasks'][number]
    expect(ordersOf(decideAt(day('G', { tasks: [open] }), '10:00'), 'settle')).toMatchObject([{ taskId: task?.id }])
  })
})

describe('a request for leave', () => {
  const request: LeaveRequest = {
    id: 'l1',
    pupil: 'P1',
    version: 1,
    state: 'asked',
    from: '2026-03-02',
    until: '2026-03-06',
    purpose: 'other',
    words: 'A funeral',
    askedBy: 'mum',
    askedOn: '2026-01-12',
    asked: { by: 's-office', at: '2026-01-12T10:00:00.000Z' },
  }
  const decision = {
    because: 'a funeral abroad',
    by: 's-head',
    at: '2026-01-13T10:00:00.000Z',
    tell: 'person',
  } as const
  const grant = (from: string, until: string, today = '2026-01-13', of = request) =>
    grantLeave(of, { from, until }, decision, today)
  const code = (result: ReturnType<typeof grant>) => (result.ok ? 'done' : result.refusal.code)
  const done = (result: ReturnType<typeof grant>) => {
    if (!result.ok) throw new Error(result.refusal.why)
    return result.value
  }

  test('is granted for days the Head sets: the others stand refused', () => {
    expect(refusedDays(done(grant('2026-03-03', '2026-03-04')))).toEqual([
      { from: '2026-03-02', until: '2026-03-02' },
      { from: '2026-03-05', until: '2026-03-06' },
    ])
    expect(refusedDays(done(grant('2026-03-02', '2026-03-06')))).toEqual([])
    expect(refusedDays(done(refuseLeave(request, decision)))).toEqual([{ from: '2026-03-02', until: '2026-03-06' }])
    expect(refusedDays(done(withdrawLeave(done(refuseLeave(request, decision)), 'not needed', decision)))).toEqual([])
  })

  test('is never granted when it was not asked for in advance, for days that have begun, or for days nobody asked for', () => {
    expect(code(grant('2026-03-02', '2026-03-06', '2026-01-13', { ...request, askedOn: '2026-03-02' }))).toBe(
      'not-in-advance',
    )
    expect(code(grant('2026-03-02', '2026-03-06', '2026-03-02'))).toBe('begun')
    expect(code(grant('2026-03-02', '2026-03-09'))).toBe('not-asked')
    expect(code(grant('2026-03-05', '2026-03-04'))).toBe('not-asked')
  })

  test('is decided once', () => {
    expect(code(refuseLeave(done(grant('2026-03-02', '2026-03-06')), decision))).toBe('already')
  })
})
