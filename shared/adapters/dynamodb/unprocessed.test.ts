import { describe, expect, test } from 'vitest'
import { slowly } from './unprocessed.ts'

const atOnce = async () => {}

describe('work done in chunks', () => {
  test('goes round again for what the table left undone, until all is done once', async () => {
    const done: number[] = []
    const sizes: number[] = []
    await slowly(4, [1, 2, 3, 4, 5, 6, 7], async (chunk) => {
      sizes.push(chunk.length)
      const [first, ...left] = chunk
      if (first !== undefined) done.push(first)
      if (left.length > 1) return left
      done.push(...left)
      return []
    })
    expect(done.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(sizes).toEqual([4, 3, 2, 3, 2])
  })

  test('gives up aloud when something is never done', async () => {
    await expect(slowly(25, ['stuck'], async (chunk) => chunk, atOnce)).rejects.toThrow(/undone/)
  })
})
