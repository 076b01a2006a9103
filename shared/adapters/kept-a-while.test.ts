import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { keptAWhile } from './kept-a-while.ts'

const counting = (milliseconds: number, fails = false) => {
  let reads = 0
  const kept = keptAWhile(milliseconds, async (key) => {
    reads++
    if (fails) throw new Error('cannot be reached')
    return `${key} ${reads}`
  })
  return { kept, reads: () => reads }
}

test('what was read is read once while it is kept, each key for itself', async () => {
  const { kept } = counting(60_000)
  expect([await kept.get('a'), await kept.get('a'), await kept.get('b')]).toEqual(['a 1', 'a 1', 'b 2'])
  kept.clear()
  expect(await kept.get('a')).toBe('a 3')
})

test('it is read again once its time is over, so that what another process published is seen', async () => {
  const { kept } = counting(5)
  expect(await kept.get('a')).toBe('a 1')
  await pause(20)
  expect(await kept.get('a')).toBe('a 2')
})

test('a reading that failed is tried again', async () => {
  const { kept, reads } = counting(60_000, true)
  await expect(kept.get('a')).rejects.toThrow()
  await expect(kept.get('a')).rejects.toThrow()
  expect(reads()).toBe(2)
})
