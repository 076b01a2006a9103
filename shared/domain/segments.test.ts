import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countSegments } from './segments.ts'

describe('the parts of a text', () => {
  test.each([
    ['Amelia is not in', 'GSM-7', 16, 1],
    ['x'.repeat(160), 'GSM-7', 160, 1],
    ['x'.repeat(161), 'GSM-7', 161, 2],
    ['x'.repeat(306), 'GSM-7', 306, 2],
    ['x'.repeat(307), 'GSM-7', 307, 3],
    ['€'.repeat(80), 'GSM-7', 160, 1],
    [`${'x'.repeat(152)}€${'x'.repeat(10)}`, 'GSM-7', 164, 2],
    ['', 'GSM-7', 0, 1],
    ['ŷ'.repeat(70), 'UCS-2', 70, 1],
    ['ŷ'.repeat(71), 'UCS-2', 71, 2],
    ['🙂'.repeat(35), 'UCS-2', 70, 1],
    ['🙂'.repeat(36), 'UCS-2', 72, 2],
  ] as const)('%s', (body, alphabet, units, parts) => {
    expect(countSegments(body)).toEqual({ alphabet, units, parts })
  })
  test('Siân and Zoë cost more than Amelia: their accents are not in the short alphabet', () => {
    expect(['Siân', 'Zoë', 'Amelia', 'Zoé'].map((name) => countSegments(name).alphabet)).toEqual([
      'UCS-2',
      'UCS-2',
      'GSM-7',
      'GSM-7',
    ])
  })
  test('a character of two units never lies across two parts', () => {
    // 66 letters and an emoji: the emoji would begin in the first part and end in the second.
    expect(countSegments(`${'ŷ'.repeat(66)}🙂${'ŷ'.repeat(66)}`).parts).toBe(3)
  })
  test('more words never take fewer parts', () => {
    return fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, more) => {
        expect(countSegments(one + more).parts).toBeGreaterThanOrEqual(countSegments(one).parts)
      }),
    )
  })
})
