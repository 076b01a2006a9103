import { describe, expect, test } from 'vitest'
import { springbankPolicy } from '../../../test/support/policies.ts'
import { type ClassTally, noTally } from '../counting/class-tally.ts'
import type { Tally } from '../counting/tally.ts'
import { type AttendCase, arrangedMeeting, followedTo } from './attend-case.ts'
import { furtherAbsences } from './moved.ts'
import { arrange, cancel, close, decline, MOST_MEETINGS, newCase, propose, rearrange, settle } from './panel.ts'

const now = { by: 's-lead', at: '2026-01-12T10:00:00.000Z', date: '2026-01-12', zone: 'Europe/London' }
const asked = { id: 'm1', date: '2026-01-20', time: '14:00', place: 'at school', tell: 'text', governors: [] } as const
const proposal = { on: '2026-01-11', because: 'absent again', by: 'system', at: now.at }
const held = { came: ['mum'], minutes: 'Agreed a quiet start.', dutyExplained: true, by: 's-lead', at: now.at }
const fresh = newCase('P1', '2026-01-12', 's-lead', 'absent again', springbankPolicy.attend)

const done = (result: ReturnType<typeof arrange>): AttendCase => {
  if (!result.ok) throw new Error(result.refusal.why)
  return result.value
}
const code = (result: ReturnType<typeof arrange>) => (result.ok ? 'done' : result.refusal.code)
const arranged = done(arrange(fresh, asked, now))

describe('a panel', () => {
  test('is proposed once: neither beside another proposal nor beside a meeting that is arranged', () => {
    const proposed = propose(fresh, proposal)
    expect(proposed.proposal).toEqual(proposal)
    expect(propose(proposed, { ...proposal, on: '2026-01-12' })).toBe(proposed)
    expect(propose(arranged, proposal)).toBe(arranged)
  })

  test('that was declined may be proposed again by the next absence', () => {
    const declined = done(decline(propose(fresh, proposal)))
    expect(declined.proposal).toBeUndefined()
    expect(propose(declined, proposal).proposal).toEqual(proposal)
    expect(code(decline(declined))).toBe('no-proposal')
  })

  test('that is arranged answers the proposal, and is one at a time', () => {
    const answered = done(arrange(propose(fresh, proposal), asked, now))
    expect([answered.proposal, arrangedMeeting(answered)?.arrangedOn]).toEqual([undefined, '2026-01-12'])
    expect(code(arrange(answered, { ...asked, id: 'm2' }, now))).toBe('already')
  })

  test('lies ahead: a time that has passed is refused, by the school’s own clock', () => {
    expect(code(arrange(fresh, { ...asked, date: '2026-01-12', time: '10:00' }, now))).toBe('past')
    expect(code(arrange(fresh, { ...asked, date: '2026-01-12', time: '10:01' }, now))).toBe('done')
  })

  test('that moves is kept with why, and the new one is arranged', () => {
    const because = 'the mother works on Tuesdays'
    const moved = done(rearrange(arranged, 'm1', { ...asked, id: 'm2', date: '2026-01-22', because }, now))
    expect(moved.meetings.map(({ id, state }) => [id, state])).toEqual([
      ['m1', 'rearranged'],
      ['m2', 'arranged'],
    ])
    expect(moved.meetings[0]?.ended?.because).toBe(because)
    expect(followedTo(moved, 'm1')).toMatchObject({ id: 'm2', state: 'arranged', date: '2026-01-22' })
    expect(followedTo(moved, 'm9')).toBeUndefined()
  })

  test('of stage 2 is that of stage 2 wherever it is moved to', () => {
    const ofStage = done(arrange(fresh, { ...asked, stage: 'stage-2' }, now))
    const moved = done(rearrange(ofStage, 'm1', { ...asked, id: 'm2', because: 'a funeral' }, now))
    expect(moved.meetings.map(({ stage }) => stage)).toEqual(['stage-2', 'stage-2'])
  })

  test('has an outcome from its day on, and was attended only when somebody of the family came', () => {
    expect(code(settle(arranged, 'm1', 'attended', held, '2026-01-19'))).toBe('not-yet')
    expect(code(settle(arranged, 'm1', 'attended', { ...held, came: [] }, '2026-01-20'))).toBe('who-came')
    expect(code(settle(arranged, 'm1', 'not-attended', held, '2026-01-20'))).toBe('who-came')
    expect(code(settle(arranged, 'other', 'attended', held, '2026-01-20'))).toBe('no-meeting')
    const attended = done(settle(arranged, 'm1', 'attended', held, '2026-01-20'))
    expect(attended.meetings).toMatchObject([{ state: 'attended', held: { came: ['mum'] } }])
    expect(propose(attended, proposal).proposal).toEqual(proposal)
  })

  test('must be settled before its case closes', () => {
    const deed = { by: 's-lead', at: now.at }
    expect(code(close(arranged, '2026-01-21', 'improved', deed))).toBe('meeting-open')
    const cancelled = done(cancel(arranged, 'm1', 'the family moved away', deed))
    expect(done(close(cancelled, '2026-01-21', 'improved', deed)).closed).toEqual({
      ...deed,
      on: '2026-01-21',
      because: 'improved',
    })
  })

  test('is refused when the case holds as many as can be kept whole', () => {
    const [meeting] = done(cancel(arranged, 'm1', 'moved', now)).meetings
    const full = {
      ...fresh,
      meetings: Array.from(
        { length: MOST_MEETINGS },
        () => meeting ?? { ...asked, state: 'cancelled' as const, arrangedOn: now.date, by: now.by, at: now.at },
      ),
    }
    expect(code(arrange(full, asked, now))).toBe('too-many')
  })
})

describe('a further absence', () => {
  const tally = (possible: number, absent: number, more: Partial<Tally> = {}): Tally => ({
    possible,
    attended: possible - absent,
    authorised: absent,
    unauthorised: 0,
    late: 0,
    ...more,
  })
  const of = (pupils: Readonly<Record<string, Tally>>, classId = '3b'): ClassTally => ({
    ...noTally(classId, '2026-01-12'),
    pupils,
  })
  const absent = (was: readonly ClassTally[], is: readonly ClassTally[]) => [
    ...furtherAbsences(was, is, springbankPolicy.thresholds).keys(),
  ]

  test('counts for a pupil below the line, not at it, not before enough sessions, and not who was there', () => {
    const was = of({ below: tally(98, 9), at: tally(98, 8), early: tally(16, 8), there: tally(98, 20) })
    const is = of({ below: tally(100, 11), at: tally(100, 10), early: tally(18, 10), there: tally(100, 20) })
    expect(absent([was], [is])).toEqual(['below'])
  })

  test('counts over every class that has marked the pupil in the year', () => {
    const before = of({ moved: tally(60, 10) }, '3a')
    expect(absent([before, of({})], [before, of({ moved: tally(2, 2) })])).toEqual(['moved'])
  })

  test('of an agreed part-time timetable is none', () => {
    const was = of({ part: tally(98, 40, { partTime: 10 }) })
    expect(absent([was], [of({ part: tally(99, 41, { partTime: 11 }) })])).toEqual([])
    expect(absent([was], [of({ part: tally(99, 41, { partTime: 10 }) })])).toEqual(['part'])
  })
})
