import { describe, expect, test } from 'vitest'
import { signedPer100 } from './side-by-side.ts'

describe('a difference of two percentages', () => {
  test.each([
    [-13, '−0.13'],
    [205, '+2.05'],
    [0, '0.00'],
    [null, '–'],
  ])('of %s hundredths is read as %s', (hundredths, says) => {
    expect(signedPer100(hundredths)).toBe(says)
  })
})
