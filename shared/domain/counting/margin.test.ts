import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBelow } from './boundaries.ts'
import { sessionsUntilBelow } from './margin.ts'
import type { Tally } from './tally.ts'

const tally = (attended: number, possible: number): Tally => ({
  possible,
  attended,
  authorised: possible - attended,
  unauthorised: 0,
  late: 0,
})

describe('the distance to a line', () => {
  test('is in sessions that could still be missed', () => {
    expect(sessionsUntilBelow(tally(93, 100), 93, 6)).toBe(1)
    expect(sessionsUntilBelow(tally(95, 100), 93, 6)).toBe(3)
    expect(sessionsUntilBelow(tally(92, 100), 93, 6)).toBe(0)
    expect(sessionsUntilBelow(tally(100, 100), 93, 6)).toBeUndefined()
  })

  test('is exact: one fewer would not cross the line', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 380 }), fc.integer({ min: 0, max: 380 }), (possible, missed) => {
        const of = tally(Math.max(0, possible - missed), possible)
        const found = sessionsUntilBelow(of, 93, 10)
        const at = (more: number) => isBelow({ ...of, possible: of.possible + more }, 93)
        return found === undefined ? !at(10) : at(found) && (found === 0 || !at(found - 1))
      }),
    )
  })
})
