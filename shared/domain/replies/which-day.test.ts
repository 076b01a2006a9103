import { describe, expect, test } from 'vitest'
import type { ReplyReading } from '../known.ts'
import { dayMeant, type Moment } from './which-day.ts'

const TODAY = '2026-01-13'
const YESTERDAY = '2026-01-12'
const ILL: ReplyReading = { kind: 'reason', code: 'I', confidence: 'high', because: ['ill'], named: [] }
const COMING: ReplyReading = { kind: 'coming', confidence: 'low', because: ['on the bus'], named: [] }
const beforeGates: Moment = { today: TODAY, hasBegun: false, isSchoolDay: true, textedOn: YESTERDAY }
const atSchool: Moment = { ...beforeGates, hasBegun: true }
const holiday: Moment = { today: TODAY, hasBegun: false, isSchoolDay: false }

describe('the day that a reply speaks of', () => {
  test.each([
    ['she was ill, sorry', ILL, beforeGates, YESTERDAY],
    ['ill', ILL, beforeGates, YESTERDAY],
    ['Amelia is ill today', ILL, beforeGates, TODAY],
    ["she won't be in, still poorly", ILL, beforeGates, TODAY],
    ['on the bus', COMING, beforeGates, TODAY],
    ['ill', ILL, atSchool, TODAY],
    ['she was ill yesterday', ILL, atSchool, YESTERDAY],
    ['ill since yesterday', ILL, atSchool, TODAY],
    ['ill', ILL, { ...atSchool, answers: YESTERDAY }, YESTERDAY],
    ['ill today as well', ILL, { ...atSchool, answers: YESTERDAY }, TODAY],
    ['ill', ILL, { ...beforeGates, answers: TODAY }, TODAY],
    ['ill', { ...ILL, from: '2026-01-14' }, beforeGates, '2026-01-14'],
    ['ill', ILL, { ...beforeGates, textedOn: undefined }, TODAY],
    ['ill', ILL, { ...holiday, textedOn: YESTERDAY }, YESTERDAY],
    ['ill', ILL, holiday, undefined],
    ['ill today', ILL, { ...holiday, textedOn: YESTERDAY }, undefined],
  ] as const)('%s', (words, reading, moment, day) => {
    const { textedOn, ...rest } = moment as Moment
    expect(dayMeant(words, reading, textedOn === undefined ? rest : { ...rest, textedOn })).toBe(day)
  })
})
