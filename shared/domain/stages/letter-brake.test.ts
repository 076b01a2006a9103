import { describe, expect, test } from 'vitest'
import { aClass, aDay, aPupil, at, decideAt, ordersOf, roll, tasksOf } from '../../../test/builders.ts'
import type { Known } from '../known.ts'
import type { Task } from '../task.ts'
import type { DueStep } from './steps.ts'

const tally = { possible: 100, attended: 85, authorised: 5, unauthorised: 10, late: 0 }
const keys = (count: number) => Array.from({ length: count }, (_, index) => `P${index + 1}`)
const due = (pupil: string, more: Partial<DueStep> = {}): DueStep => ({
  ...{ pupil, year: '2025-09-01', step: 'stage-1', on: '2026-01-09', tally },
  ...more,
})
/** A school of 60 in two classes, so many families of 3B due for a letter. */
const school = (count: number, more: Partial<Known> = {}) =>
  aDay({
    classes: [aClass('3b', 30), aClass('4c', 30)],
    pupils: roll(...keys(count).map((key) => aPupil(key))),
    due: keys(count).map((key) => due(key)),
    ...more,
  })
const letters = (known: Known) => ordersOf(decideAt(known, '16:00'), 'letter').map(({ pupil }) => pupil)
const asked = (known: Known, time = '09:30') =>
  tasksOf(decideAt(known, time)).filter(({ kind }) => kind === 'held-batch')
const asTask = (order: object): Task =>
  ({ ...order, date: '2026-01-12', version: 1, raised: at('09:30'), state: 'open', pages: {} }) as Task

describe('letters that are due all at once', () => {
  test('as few as on any day go at four', () => {
    expect([letters(school(6)).length, asked(school(6))]).toEqual([6, []])
  })

  test('as after a first import wait for a person: one task says how many, in the morning, and nobody is paged', () => {
    const many = school(12)
    expect(letters(many)).toEqual([])
    expect(asked(many)).toMatchObject([{ pupils: keys(12).toSorted(), urgent: false, doers: ['lead'] }])
    expect(asked(many)[0]?.why).toMatch(/^12 families/)
    expect(ordersOf(decideAt(many, '16:30'), 'page')).toEqual([])
    expect(asked({ ...many, tasks: asked(many).map(asTask) }, '16:00')).toEqual([])
  })

  test('of one class are held although the school has few', () => {
    const large = (count: number) => school(count, { classes: [aClass('3b', 20), aClass('4c', 200)] })
    expect([letters(large(5)).length, letters(large(6))]).toEqual([5, []])
  })

  test('go once a person has let them go, and the task ends by itself', () => {
    const released = { by: 's-lead', at: at('10:00') }
    const free = school(12, {
      due: keys(12).map((key) => due(key, { released })),
      tasks: asked(school(12)).map(asTask),
    })
    expect(letters(free)).toHaveLength(12)
    expect(ordersOf(decideAt(free, '10:00'), 'settle')).toHaveLength(1)
  })

  test('and are released keep nobody who comes after them', () => {
    const released = { by: 's-lead', at: at('10:00') }
    const next = school(14, { due: keys(14).map((key, index) => due(key, index < 12 ? { released } : {})) })
    expect(letters(next)).toHaveLength(14)
  })
})
