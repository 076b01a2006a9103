import { describe, expect, test } from 'vitest'
import { aDay, aPupil, at, decideAt, ordersOf, roll, tasksOf } from '../../../test/builders.ts'
import type { MeetingDue } from '../attend/attend-case.ts'
import type { Known } from '../known.ts'
import { meetingFor } from '../stages/meeting.ts'
import type { Task } from '../task.ts'

const tally = { possible: 100, attended: 85, authorised: 5, unauthorised: 10, late: 0 }
const notImproved = (meeting?: MeetingDue, more: Partial<Known> = {}) =>
  aDay({
    pupils: roll(aPupil('P1')),
    due: [{ pupil: 'P1', year: '2025-09-01', step: 'stage-2', on: '2026-01-09', tally }],
    meetings: meeting ? [meeting] : [],
    ...more,
  })
/** A panel arranged with the family for a date. */
const on = (date: string): MeetingDue => ({
  ...{ pupil: 'P1', id: 'm1', arrangedOn: '2026-01-09', tell: 'letter' },
  ...{ date, time: '14:00', place: 'the office' },
})
const asTask = (order: object): Task =>
  ({ ...order, date: '2026-01-12', version: 1, raised: at('10:00'), state: 'open', pages: {} }) as Task
const asked = (known: Known, time = '10:00') =>
  tasksOf(decideAt(known, time)).filter(({ kind }) => kind === 'set-meeting')
const letters = (known: Known, time = '16:00') => ordersOf(decideAt(known, time), 'letter').map(({ letter }) => letter)

describe('stage 2', () => {
  test('waits until somebody has set a meeting, and asks the Lead to', () => {
    expect(asked(notImproved())).toMatchObject([{ pupils: ['P1'], doers: ['lead'] }])
    expect(letters(notImproved())).toEqual([])
  })

  test('is then a letter at four, and the task is settled', () => {
    const known = notImproved(on('2026-01-22'))
    expect([letters(known, '15:59'), letters(known), asked(known)]).toEqual([[], ['stage-2'], []])
    const [order = {}] = asked(notImproved())
    const task = asTask(order)
    const settled = ordersOf(decideAt({ ...known, tasks: [task] }, '10:30'), 'settle')
    expect(settled).toMatchObject([{ taskId: task.id, because: 'a meeting is set' }])
  })

  test('asks for another meeting when the day has come before the letter was written, and asks once', () => {
    const over = notImproved(on('2026-01-12'))
    expect([letters(over), asked(over).length]).toEqual([[], 1])
    const tasks = asked(over).map(asTask)
    expect(asked({ ...over, tasks })).toEqual([])
    const done = tasks.map((task) => ({ ...task, id: 'set-meeting-of-friday', state: 'done' as const }))
    expect(asked({ ...over, tasks: done })).toHaveLength(1)
  })

  test('invites to the panel that is arranged with the family, however they are told of it, and to no other family’s', () => {
    const panel = { ...on('2026-01-20'), tell: 'person' } as const
    expect([letters(notImproved(panel)), asked(notImproved(panel))]).toEqual([['stage-2'], []])
    const slot = { id: 'm1', date: '2026-01-20', time: '14:00', place: 'the office' }
    expect(meetingFor('P1', [panel], '2026-01-12')).toEqual(slot)
    expect(meetingFor('P1', [panel], '2026-01-20')).toBeUndefined()
    expect(meetingFor('P2', [panel], '2026-01-12')).toBeUndefined()
  })

  test('asks nothing of anybody while the child is on hold', () => {
    const hold = { pupil: 'P1', because: 'x', by: 's-dsl', at: at('10:30'), review: '2026-02-02' }
    expect(asked(notImproved(undefined, { holds: [hold] }))).toEqual([])
  })
})
