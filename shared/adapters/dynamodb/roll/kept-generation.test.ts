import { describe, expect, test } from 'vitest'
import { keptGenerations } from './kept-generation.ts'

describe('a live generation', () => {
  test('is read once, and the next one when that is live', async () => {
    const kept = keptGenerations()
    const read: number[] = []
    const staff = (generation: number) =>
      kept('springbank staff', generation, async () => {
        read.push(generation)
        return generation
      })
    expect([await staff(1), await staff(1), await staff(2), await staff(2)]).toEqual([1, 1, 2, 2])
    expect(read).toEqual([1, 2])
  })

  test('that could not be read is read again', async () => {
    const kept = keptGenerations()
    await expect(kept('s', 1, () => Promise.reject(new Error('no connection')))).rejects.toThrow('no connection')
    await expect(kept('s', 1, async () => 'read')).resolves.toBe('read')
  })
})
