import { describe, expect, test } from 'vitest'
import { aCard, aDay, aPupil, aRegister, at, DATE, decideAt, ordersOf, roll } from '../../../test/builders.ts'
import type { Known } from '../known.ts'
import type { DueStep } from '../stages/steps.ts'

const tally = { possible: 100, attended: 85, authorised: 5, unauthorised: 10, late: 0 }
const due = (more: Partial<DueStep> = {}): DueStep => ({
  pupil: 'P1',
  year: '2025-09-01',
  step: 'stage-1',
  on: '2026-01-09',
  tally,
  ...more,
})
const fallen = (more: Partial<Known> = {}) => aDay({ pupils: roll(aPupil('P1')), due: [due()], ...more })
const letters = (known: Known, time = '16:00') =>
  ordersOf(decideAt(known, time), 'letter').map(({ letter, pupil }) => [letter, pupil])

describe('a letter about attendance', () => {
  test('is ordered at four on the next school day, and somebody looks at four', () => {
    expect(letters(fallen())).toEqual([['stage-1', 'P1']])
    expect(letters(fallen(), '15:59')).toEqual([])
    expect(ordersOf(decideAt(fallen(), '15:30'), 'look').map((look) => look.at)).toEqual([at('16:00')])
  })

  test('is still ordered in the evening: a letter wakes nobody', () => {
    expect(letters(fallen(), '21:00')).toEqual([['stage-1', 'P1']])
  })

  test('is ordered on no day without school, not on the day whose marks crossed the line, and not of last year', () => {
    expect(letters(fallen({ date: '2026-01-17' }))).toEqual([])
    expect(letters(fallen({ due: [due({ on: DATE })] }))).toEqual([])
    expect(letters(fallen({ due: [due({ year: '2024-09-01' })] }))).toEqual([])
  })

  test('of a warning is a text', () => {
    expect(letters(fallen({ due: [due({ step: 'warning' })] }))).toEqual([])
  })

  test('waits while the child is on hold, missing, or has an open case', () => {
    const hold = { pupil: 'P1', because: 'x', by: 's-dsl', at: at('10:30'), review: '2026-02-02' }
    expect(letters(fallen({ holds: [hold] }))).toEqual([])
    expect(letters(fallen({ registers: [aRegister({ P1: 'N' })], cards: [aCard('P1', 'unexplained')] }))).toEqual([])
    const open = {
      caseId: 'P1-2026-01-09',
      pupil: 'P1',
      opened: '2026-01-09',
      version: 1,
      days: [],
      steps: [],
      visits: [],
    }
    expect(letters(fallen({ cases: [open] }))).toEqual([])
  })

  test('is written to nobody whose child has left', () => {
    expect(letters(fallen({ pupils: roll(aPupil('P1', { left: '2026-01-09' })) }))).toEqual([])
  })
})
