import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chanceOf } from './chance.ts'

const draws = (seed: string) => {
  const chance = chanceOf(seed)
  return Array.from({ length: 20 }, () => chance.share())
}

describe('chance that repeats', () => {
  test('the same school is dealt the same hand, another school another', () => {
    expect(draws('springbank')).toEqual(draws('springbank'))
    expect(draws('springbank')).not.toEqual(draws('hilltop'))
  })

  test('every share lies from 0 up to 1', () => {
    return fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(draws(seed).every((share) => share >= 0 && share < 1)).toBe(true)
      }),
    )
  })

  test('a class in another order is the same class', () => {
    return fc.assert(
      fc.property(fc.string(), fc.array(fc.integer()), (seed, pupils) => {
        expect(chanceOf(seed).shuffled(pupils).toSorted()).toEqual(pupils.toSorted())
      }),
    )
  })

  test('what weighs nothing never comes', () => {
    const chance = chanceOf('weights')
    const drawn = Array.from({ length: 500 }, () =>
      chance.weighted([
        ['never', 0],
        ['often', 3],
        ['seldom', 1],
      ]),
    )
    expect(drawn).not.toContain('never')
    expect(drawn.filter((each) => each === 'often').length).toBeGreaterThan(300)
  })
})
