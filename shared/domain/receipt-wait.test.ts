import { expect, test } from 'vitest'
import { nextReceiptTry, RECEIPT_WAITS_MINUTES } from './receipt-wait.ts'
import { addMinutes } from './time.ts'

const SINCE = '2026-01-12T10:30:00Z'

/** The waits of a receipt whose text never turns up, in seconds. */
const waits = (): readonly number[] => {
  const all: number[] = []
  let now = SINCE
  for (let next = nextReceiptTry(SINCE, 0, now); next !== undefined; next = nextReceiptTry(SINCE, all.length, now)) {
    all.push(next)
    now = addMinutes(now, next / 60)
  }
  return all
}

test('a receipt waits longer each time, and never longer than a queue can hold it', () => {
  expect(waits().slice(0, 6)).toEqual([30, 60, 120, 240, 480, 900])
  expect(Math.max(...waits())).toBe(900)
})

test('a receipt waits for two hours, in fewer rounds than Lambda takes for a loop', () => {
  expect(waits().reduce((sum, each) => sum + each, 0)).toBeGreaterThanOrEqual(RECEIPT_WAITS_MINUTES * 60)
  expect(waits().length).toBeLessThan(16)
})
