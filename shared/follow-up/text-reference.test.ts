import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LONGEST_REFERENCE, readReference, referenceOf } from './text-reference.ts'

const onCards = {
  academy: 'springbank',
  slot: 'unreported|first|AM|P001-mum',
  home: { on: 'cards', date: '2026-01-12', owner: 'k02', pupils: ['k01', 'k02'] },
} as const
const onTask = { academy: 'hilltop', slot: 'page|dsl|AM|s-dsl', home: { on: 'task', taskId: '2026-01-12-sg' } } as const

describe('the reference of a text', () => {
  test.each([onCards, onTask])('comes back as it went', (placed) => {
    expect(readReference(referenceOf(placed))).toEqual(placed)
  })
  test('has no white space, and fits a family of forty', () => {
    const pupils = Array.from({ length: 40 }, (_, index) => `k000${index + 10}`)
    const reference = referenceOf({ ...onCards, home: { ...onCards.home, owner: 'k00010', pupils } })
    expect(reference).not.toMatch(/\s/)
    expect(reference.length).toBeLessThanOrEqual(LONGEST_REFERENCE)
  })
  test('of somebody else is no reference, whatever it is', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => readReference(text) === undefined))
    expect(readReference('["springbank","unreported|first|AM|x#y","2026-01-12",["k01"]]')).toBeUndefined()
  })
})
