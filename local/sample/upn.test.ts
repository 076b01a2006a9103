import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isUpn } from '../../shared/imports/upn.ts'
import { madeUpUpn } from './upn.ts'

describe('made-up unique pupil numbers', () => {
  test('carry the check letter of the Department’s worked examples', () => {
    expect(madeUpUpn({ authority: '801', establishment: 2000, year: 2005, serial: 1 })).toBe('B801200005001')
    expect(madeUpUpn({ authority: '891', establishment: 2019, year: 2026, serial: 17 })).toBe('V891201926017')
  })

  test('are taken by an import, and with any other letter refused', () => {
    const of = fc.record({
      authority: fc.constantFrom('891', '892', '838'),
      establishment: fc.integer({ min: 9000, max: 9999 }),
      year: fc.integer({ min: 2010, max: 2030 }),
      serial: fc.integer({ min: 0, max: 999 }),
    })
    return fc.assert(
      fc.property(of, fc.constantFrom(...'ABCDEFGHJKLMNPQRTUVWXYZ'), (parts, letter) => {
        const upn = madeUpUpn(parts)
        expect(isUpn(upn)).toBe(true)
        expect(isUpn(`${letter}${upn.slice(1)}`)).toBe(letter === upn[0])
      }),
    )
  })
})
