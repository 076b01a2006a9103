import { expect, test } from 'vitest'
import { systemClock } from './clock.ts'
import { randomIds } from './ids.ts'

test('the clock tells UTC instants with milliseconds, so that text order is time order', () => {
  expect(systemClock().now()).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
})

test('an id is 22 letters and digits, even at both ends of what chance can give', () => {
  const fixed = (byte: number) => randomIds((size) => new Uint8Array(size).fill(byte)).fresh()
  expect(fixed(0)).toBe('0'.repeat(22))
  expect(fixed(255)).toMatch(/^[0-9A-Za-z]{22}$/)
  expect(fixed(255)).not.toBe(fixed(254))
})

test('a thousand ids are a thousand different ids', () => {
  const ids = randomIds()
  expect(new Set(Array.from({ length: 1000 }, () => ids.fresh())).size).toBe(1000)
})
