import { describe, expect, test } from 'vitest'
import { aContact, aPupil } from '../../../test/builders.ts'
import { springbankPolicy } from '../../../test/support/policies.ts'
import type { Code } from '../codes.ts'
import type { CountedMark } from '../counting/tally.ts'
import { addDays, weekday } from '../time.ts'
import type { Consideration } from './consider.ts'
import { matterOf, ruleOf } from './matter.ts'
import { mayGetNotice, obstaclesTo } from './obstacles.ts'
import { afterCount, noPenalties, type PenaltyRecord } from './record.ts'

const BORN = '2015-05-04'
const WEEKS = Array.from({ length: 11 }, (_, index) => addDays('2026-01-05', index * 7))
const SETTINGS = { rule: ruleOf(springbankPolicy), considerAgainAfter: 4 }
const DATE = '2026-03-20'

const sessions = (from: string, count: number, code: Code = 'O'): readonly CountedMark[] => {
  const marks: CountedMark[] = []
  for (let date = from; marks.length < count; date = addDays(date, 1)) {
    if (weekday(date) > 5) continue
    marks.push({ date, session: 'AM', code })
    if (marks.length < count) marks.push({ date, session: 'PM', code })
  }
  return marks
}

const considered = (decision: Consideration['decision'], through: string): Consideration => ({
  id: 'd1',
  decision,
  by: 's-lead',
  at: `${through}T16:00:00.000Z`,
  because: 'after a talk with the family',
  through,
  sessions: 10,
})

const record = (more: Partial<PenaltyRecord> = {}): PenaltyRecord => ({ ...noPenalties('P001', BORN), ...more })
const TEN = sessions('2026-01-12', 10)

describe('what was considered', () => {
  test('is not asked about again until so many further sessions are missed', () => {
    const left = record({ considered: [considered('not-referred', '2026-01-16')] })
    expect(matterOf(left, [...TEN, ...sessions('2026-01-19', 3)], WEEKS, SETTINGS).standing).toBe('below')
    expect(matterOf(left, [...TEN, ...sessions('2026-01-19', 4)], WEEKS, SETTINGS)).toMatchObject({
      standing: 'met',
      sessions: 14,
    })
  })

  test('sessions that were referred are charged once: the count begins again after them', () => {
    const referred = record({ considered: [considered('refer', '2026-01-16')] })
    expect(matterOf(referred, [...TEN, ...sessions('2026-01-19', 6)], WEEKS, SETTINGS).sessions).toBe(6)
    expect(matterOf(referred, [...TEN, ...sessions('2026-01-19', 7)], WEEKS, SETTINGS).standing).toBe('near')
  })

  test('a decision that was undone counts for nothing', () => {
    const undone = { by: 's-head', at: '2026-01-20T09:00:00.000Z', because: 'the wrong child' }
    const left = record({ considered: [{ ...considered('refer', '2026-01-16'), undone }] })
    expect(matterOf(left, TEN, WEEKS, SETTINGS).standing).toBe('met')
  })

  test('is quiet while a notice to improve runs, asked about when it is breached, and answered when it was kept', () => {
    const improve = {
      decision: 'd1',
      from: '2026-01-19',
      until: '2026-02-27',
      mostUnauthorised: 0,
      state: 'running',
    } as const
    const given = record({ considered: [considered('notice-to-improve', '2026-01-16')], improve })
    expect(matterOf(given, TEN, WEEKS, SETTINGS).standing).toBe('below')
    expect(matterOf({ ...given, improve: { ...improve, state: 'breached' } }, TEN, WEEKS, SETTINGS).standing).toBe(
      'met',
    )
    expect(matterOf({ ...given, improve: { ...improve, state: 'improved' } }, TEN, WEEKS, SETTINGS).standing).toBe(
      'below',
    )
  })
})

describe('a matter through the nights', () => {
  test('keeps the date on which it came near, and goes when marks are amended', () => {
    const near = afterCount(record(), matterOf(record(), sessions('2026-01-12', 7), WEEKS, SETTINGS), '2026-01-15')
    const met = afterCount(near, matterOf(near, TEN, WEEKS, SETTINGS), '2026-01-16')
    expect(met.case).toEqual({
      since: '2026-01-15',
      standing: 'met',
      sessions: 10,
      from: '2026-01-05',
      until: '2026-01-12',
    })
    expect(afterCount(met, matterOf(met, TEN, WEEKS, SETTINGS), '2026-01-17')).toBe(met)
    expect(
      afterCount(met, matterOf(met, sessions('2026-01-12', 6), WEEKS, SETTINGS), '2026-01-19').case,
    ).toBeUndefined()
  })
})

describe('what stands in the way', () => {
  const pupil = aPupil('P001', { dateOfBirth: BORN })
  const moment = { date: DATE, policy: springbankPolicy, onHold: false }
  const codes = (more: Partial<Parameters<typeof obstaclesTo>[2]> = {}, marks = TEN, of = record(), onHold = false) =>
    obstaclesTo(of, matterOf(of, marks, WEEKS, SETTINGS), { ...pupil, ...more }, { ...moment, onHold }).map(
      ({ code, effect }) => `${effect} ${code}`,
    )

  test('nothing, where ten sessions are settled and a parent may get a notice', () => {
    expect(codes()).toEqual([])
  })
  test('an N, too few sessions, a hold, and a child who has left', () => {
    expect(codes({}, [...TEN.slice(1), { date: '2026-01-12', session: 'AM', code: 'N' }])).toEqual([
      'stops unresolved-n',
    ])
    expect(codes({}, TEN.slice(1))).toEqual(['stops below-threshold'])
    expect(codes({}, TEN, record(), true)).toEqual(['stops on-hold'])
    expect(codes({ left: '2026-02-13' })).toEqual(['stops not-on-roll'])
  })
  test('a child below compulsory school age, for whom no session counts either', () => {
    const [five, four] = ['2020-12-31', '2021-01-01']
    expect(codes({ dateOfBirth: five }, TEN, record({ dateOfBirth: five }))).toEqual([])
    expect(codes({ dateOfBirth: four }, TEN, record({ dateOfBirth: four }))).toEqual([
      'stops below-threshold',
      'stops not-compulsory-age',
    ])
  })
  test('a looked-after child stops it; special needs and a social worker must be weighed', () => {
    expect(codes({ flags: ['lookedAfter', 'socialWorker'], senStatus: 'E' })).toEqual([
      'stops looked-after',
      'weigh special-needs',
      'weigh social-worker',
    ])
  })
  test('two children of two parents, ten G each, are four candidates: a notice to one parent for one child counts for no other', () => {
    const parents = [aContact('mum'), aContact('dad', { livesWith: false })]
    const ten = sessions('2026-01-05', 10, 'G')
    const issued = { state: 'issued', on: '2025-10-06', by: 's-office', at: `${DATE}T10:00:00.000Z` } as const
    const of = { name: 'Robin Marlowe', academy: 'springbank', entries: [issued] }
    const twice = [
      { ...of, id: 'n1', contactId: 'mum' },
      { ...of, id: 'n2', contactId: 'mum' },
    ]
    const candidates = (key: string, notices: PenaltyRecord['notices'] = []) => {
      const child = aPupil(key, { dateOfBirth: BORN, contacts: parents })
      const own = record({ pupil: key, notices })
      const met = matterOf(own, ten, WEEKS, SETTINGS).standing === 'met'
      return met ? mayGetNotice(own, child, DATE, springbankPolicy).map(({ contactId }) => [key, contactId]) : []
    }
    expect([...candidates('P001'), ...candidates('P002')]).toEqual([
      ['P001', 'mum'],
      ['P001', 'dad'],
      ['P002', 'mum'],
      ['P002', 'dad'],
    ])
    expect([...candidates('P001', twice), ...candidates('P002')]).toEqual([
      ['P001', 'dad'],
      ['P002', 'mum'],
      ['P002', 'dad'],
    ])
  })
  test('no parent in law, or parents who all had two notices', () => {
    const neighbour = aContact('n1', { parentalResponsibility: false, livesWith: false, hasCare: false })
    expect(codes({ contacts: [neighbour] })).toEqual(['stops no-parent'])
    const entries = [{ state: 'issued', on: '2025-05-01', by: 's-office', at: '2025-05-01T10:00:00.000Z' }] as const
    const notices = ['a', 'b'].map((id) => ({
      id,
      contactId: 'm-P001',
      name: 'Robin Marlowe',
      academy: 'springbank',
      entries,
    }))
    expect(codes({}, TEN, record({ notices }))).toEqual(['stops two-notices'])
    expect(codes({ contacts: [...pupil.contacts, aContact('f-P001')] }, TEN, record({ notices }))).toEqual([])
  })
})
