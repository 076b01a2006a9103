import { describe, expect, test } from 'vitest'
import { aDay, aPupil, at, decideAt, ordersOf, roll, tasksOf } from '../../../test/builders.ts'
import type { Known } from '../known.ts'
import type { Meeting } from '../letters/letter.ts'
import { meetingFor } from '../stages/meeting.ts'
import type { Task } from '../task.ts'

const tally = { possible: 100, attended: 85, authorised: 5, unauthorised: 10, late: 0 }
const notImproved = (meeting?: Meeting, more: Partial<Known> = {}) =>
  aDay({
    pupils: roll(aPupil('P1')),
    due: [{ pupil: 'P1', year: '2025-09-01', step: 'stage-2', on: '2026-01-09', tally, ...(meeting && { meeting }) }],
    ...more,
  })
const on = (date: string): Meeting => ({ date, time: '14:00', place: 'the office' })
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
    const [order] = asked(notImproved())
    const task = { ...order, date: '2026-01-09', version: 1, raised: at('10:00'), state: 'open', pages: {} } as Task
    const settled = ordersOf(decideAt({ ...known, tasks: [task] }, '10:30'), 'settle')
    expect(settled).toMatchObject([{ taskId: task.id, because: 'a meeting is set' }])
  })

  test('asks for another meeting when the day has come before the letter was written', () => {
    const over = notImproved(on('2026-01-12'))
    expect([letters(over), asked(over).length]).toEqual([[], 1])
    expect(asked(over)[0]?.id).not.toBe(asked(notImproved())[0]?.id)
  })

  test('invites to the panel that is arranged with the family, and asks for no other meeting', () => {
    const panel = { pupil: 'P1', id: 'm1', arrangedOn: '2026-01-09', tell: 'person', ...on('2026-01-20') } as const
    const known = notImproved(undefined, { meetings: [panel] })
    expect([letters(known), asked(known)]).toEqual([['stage-2'], []])
    expect(meetingFor('P1', { meeting: on('2026-01-22') }, [panel], '2026-01-12')).toEqual(on('2026-01-20'))
    expect(meetingFor('P1', {}, [panel], '2026-01-20')).toBeUndefined()
    expect(meetingFor('P2', {}, [panel], '2026-01-12')).toBeUndefined()
  })

  test('asks nothing of anybody while the child is on hold', () => {
    const hold = { pupil: 'P1', because: 'x', by: 's-dsl', at: at('10:30'), review: '2026-02-02' }
    expect(asked(notImproved(undefined, { holds: [hold] }))).toEqual([])
  })
})
