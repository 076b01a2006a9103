import { expect, test } from 'vitest'
import { springbankPolicy } from '../../../test/support/policies.ts'
import { afterLateness } from './lateness.ts'
import { anew, noStage } from './stage.ts'

const { thresholds } = springbankPolicy
const nobody = noStage('P1', '2025-09-01')
const told = (late: number, record = nobody) => afterLateness(record, { late }, thresholds).latenessTold

test('lateness is told at the tenth late arrival of the year, and at every tenth after that', () => {
  expect([9, 10, 19, 20, 41].map((late) => told(late))).toEqual([undefined, 1, 1, 2, 4])
})

test('the same lateness is told once, also when marks turned out not to be late, or a new cycle began', () => {
  const once = afterLateness(nobody, { late: 10 }, thresholds)
  expect(afterLateness(once, { late: 14 }, thresholds)).toBe(once)
  expect(afterLateness(once, { late: 8 }, thresholds)).toBe(once)
  expect(told(12, anew(once))).toBe(1)
})
