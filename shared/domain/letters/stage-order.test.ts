import { expect, test } from 'vitest'
import { springbankPolicy } from '../../../test/support/policies.ts'
import type { Code } from '../codes.ts'
import type { CountedMark } from '../counting/tally.ts'
import { wrongFigures } from './figures.ts'
import { letterCycle, stageOrder } from './stage-order.ts'
import { wordingOf } from './which-wording.ts'

const YEAR = '2025-09-01'
const SPAN = { from: YEAR, until: '2025-10-03' }
const marks = (...codes: readonly Code[]): readonly CountedMark[] =>
  codes.map((code, index) => ({ date: `2025-09-${String(4 + index)}`.replace(/-(\d)$/, '-0$1'), session: 'AM', code }))
const ordered = (...codes: readonly Code[]) =>
  stageOrder('stage-1', { pupil: 'P1', year: YEAR, cycle: 0 }, marks(...codes), SPAN)

test('a letter counts from the first day the pupil was marked to the last day that is over', () => {
  expect(ordered('/', 'O', '/').figures).toEqual({
    from: '2025-09-04',
    until: '2025-10-03',
    possible: 3,
    attended: 2,
    authorised: 0,
    unauthorised: 1,
  })
})

test('what it lists is exactly what it counts, whatever the codes', () => {
  const order = ordered('/', 'L', 'U', 'I', 'C2', 'X', '#', 'Y4', 'D', 'G', 'V', 'C')
  expect(wrongFigures(order)).toBeUndefined()
  expect(order.missed.map(({ code }) => code)).toEqual(['U', 'I', 'G', 'C'])
})

test('an agreed part-time timetable is neither counted nor listed', () => {
  expect(ordered('/', 'C2', 'C2', 'O').figures).toMatchObject({ possible: 2, authorised: 0 })
})

test('a child who was mostly ill gets the letter that offers help', () => {
  expect(wordingOf(springbankPolicy, ordered('/', 'I', 'M', 'O'))).toBe('stage-1-illness')
  expect(wordingOf(springbankPolicy, ordered('/', 'I', 'O', 'G'))).toBe('stage-1')
})

test('the letters of a new cycle are new letters', () => {
  expect([0, 1].map((cycle) => letterCycle({ year: YEAR, cycle }))).toEqual(['2025-26', '2025-26-2'])
  expect(letterCycle({ year: '2099-09-01', cycle: 0 })).toBe('2099-00')
})
