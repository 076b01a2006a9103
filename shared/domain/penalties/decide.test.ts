import { describe, expect, test } from 'vitest'
import { aContact, aPupil } from '../../../test/builders.ts'
import { springbankPolicy } from '../../../test/support/policies.ts'
import type { PenaltyCount } from '../counting/penalty.ts'
import { type AskedDecision, afterDecision, afterUndo, mayDecide } from './decide.ts'
import { follow, issue, undo } from './notice-changes.ts'
import { noPenalties, type PenaltyRecord } from './record.ts'

const BORN = '2015-05-04'
const moment = { date: '2026-03-20', policy: springbankPolicy, onHold: false }
const count: PenaltyCount = { sessions: 10, counted: [], unresolved: [], standing: 'met' }
const waiting: PenaltyCount = {
  ...count,
  unresolved: [{ date: '2026-03-16', session: 'AM', code: 'N' }],
  standing: 'waiting',
}
const record = noPenalties('P001', BORN)
const pupil = aPupil('P001', { dateOfBirth: BORN, contacts: [aContact('m1'), aContact('f1')] })
const because = 'after a talk with the family'
const refer: AskedDecision = { decision: 'refer', because, parents: ['m1'], support: ['Breakfast club was offered.'] }
const improve: AskedDecision = { decision: 'notice-to-improve', because, support: ['Breakfast club was offered.'] }
const leave: AskedDecision = { decision: 'not-referred', because }

const verdict = (asked: AskedDecision, more: Partial<Parameters<typeof mayDecide>[1]> = {}): string => {
  const may = mayDecide(asked, { record, count, pupil, ...more }, moment)
  return may.ok ? 'may' : may.refusal.code
}

describe('a decision', () => {
  test('to leave it may be made also while an N stands, and about any child', () => {
    expect(verdict(leave, { count: waiting })).toBe('may')
    expect(verdict(leave, { pupil: { ...pupil, flags: ['lookedAfter'] } })).toBe('may')
  })
  test('to refer is refused while a session is N, and so is a notice to improve', () => {
    expect(verdict(refer, { count: waiting })).toBe('unresolved-n')
    expect(verdict(improve, { count: waiting })).toBe('unresolved-n')
  })
  test('is refused where nothing waits to be considered', () => {
    const none: PenaltyCount = { ...count, sessions: 3, standing: 'below' }
    for (const asked of [leave, refer, improve]) expect(verdict(asked, { count: none })).toBe('nothing-to-consider')
  })
  test('a notice to improve may come before the threshold, once it is near; a referral and the decision to leave it may not', () => {
    const near: PenaltyCount = { ...count, sessions: 8, standing: 'near' }
    expect([
      verdict(improve, { count: near }),
      verdict(refer, { count: near }),
      verdict(leave, { count: near }),
    ]).toEqual(['may', 'nothing-to-consider', 'nothing-to-consider'])
  })
  test('to refer wants help that was given, or why none would fit', () => {
    const bare: AskedDecision = { ...refer, support: [] }
    expect(verdict(bare)).toBe('support-first')
    expect(verdict({ ...bare, supportNotFitting: 'a holiday in term' })).toBe('may')
  })
  test('about a child with special needs says how they were weighed', () => {
    const needs = { ...pupil, senStatus: 'K' }
    expect(verdict(refer, { pupil: needs })).toBe('weigh-first')
    expect(verdict({ ...refer, weighed: 'the plan was kept' }, { pupil: needs })).toBe('may')
  })
  test('names parents in law who may still get a notice', () => {
    const neighbour = aContact('n1', { parentalResponsibility: false, livesWith: false, hasCare: false })
    const known = { ...pupil, contacts: [...pupil.contacts, neighbour] }
    expect(verdict({ ...refer, parents: ['m1', 'n1'] }, { pupil: known })).toBe('not-this-parent')
    const entries = [{ state: 'issued', on: '2025-05-01', by: 's-office', at: '2025-05-01T10:00:00.000Z' }] as const
    const notices = ['a', 'b'].map((id) => ({ id, contactId: 'm1', name: 'Robin', academy: 'springbank', entries }))
    expect(verdict(refer, { record: { ...record, notices } })).toBe('not-this-parent')
    expect(verdict({ ...refer, parents: ['f1'] }, { record: { ...record, notices } })).toBe('may')
  })
})

describe('a decision taken back', () => {
  const consideration = {
    id: 'd1',
    decision: 'notice-to-improve',
    by: 's-lead',
    at: '2026-03-20T10:00:00.000Z',
    because,
    through: '2026-03-16',
    sessions: 10,
  } as const
  const window = {
    decision: 'd1',
    from: '2026-03-27',
    until: '2026-05-15',
    mostUnauthorised: 0,
    state: 'running',
  } as const
  const decided: PenaltyRecord = afterDecision(record, consideration, window)
  const undone = { by: 's-head', at: '2026-03-20T11:00:00.000Z', because: 'the wrong child' }

  test('stays in the record, and ends the time that it gave', () => {
    const back = afterUndo(decided, 'd1', undone, () => false)
    expect(back.ok && back.value).toMatchObject({
      considered: [{ id: 'd1', undone: { because: 'the wrong child' } }],
      improve: { state: 'withdrawn' },
    })
  })
  test('is taken back once, and never over a notice that stands', () => {
    const back = afterUndo(decided, 'd1', undone, () => false)
    const again = back.ok ? afterUndo(back.value, 'd1', undone, () => false) : back
    expect(again).toMatchObject({ refusal: { code: 'already' } })
    expect(afterUndo(decided, 'd1', undone, () => true)).toMatchObject({ refusal: { code: 'notice-recorded' } })
    expect(afterUndo(decided, 'd2', undone, () => false)).toMatchObject({ refusal: { code: 'not-found' } })
  })
})

describe('what the office writes down of a notice', () => {
  const doer = { by: 's-office', at: '2026-03-20T10:00:00.000Z' }
  const notice = { id: 'n1', contactId: 'm1', name: 'Robin Marlowe', academy: 'springbank' }
  const today = '2026-03-20'
  const issued = issue([], notice, '2026-03-02', today, doer)
  const notices = issued.ok ? issued.value : []

  test('is never in the future, nor twice for one parent and date', () => {
    expect(issue([], notice, '2026-03-21', today, doer)).toMatchObject({ refusal: { code: 'future' } })
    expect(issue(notices, { ...notice, id: 'n2' }, '2026-03-02', today, doer)).toMatchObject({
      refusal: { code: 'already' },
    })
  })
  test('follows in order: paid after it was issued, nothing after it was withdrawn, never before the last entry', () => {
    const paid = follow(notices, 'n1', { state: 'paid', on: '2026-03-10' }, today, doer)
    expect(paid.ok).toBe(true)
    const withdrawn = follow(paid.ok ? paid.value : [], 'n1', { state: 'withdrawn', on: '2026-03-11' }, today, doer)
    const after = follow(withdrawn.ok ? withdrawn.value : [], 'n1', { state: 'paid', on: '2026-03-12' }, today, doer)
    expect(after).toMatchObject({ refusal: { code: 'wrong-order' } })
    expect(follow(notices, 'n1', { state: 'paid', on: '2026-03-01' }, today, doer)).toMatchObject({
      refusal: { code: 'wrong-date' },
    })
    expect(follow(notices, 'n2', { state: 'paid', on: '2026-03-10' }, today, doer)).toMatchObject({
      refusal: { code: 'not-found' },
    })
  })
  test('is undone from the last entry back, and then there is nothing more to undo', () => {
    const first = undo(notices, 'n1', { ...doer, because: 'a mistake' })
    const second = undo(first.ok ? first.value : [], 'n1', { ...doer, because: 'a mistake' })
    expect([first.ok, second]).toMatchObject([true, { refusal: { code: 'already' } }])
  })
})
