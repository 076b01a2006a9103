import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ALL_CODES, type Code } from '../codes.ts'
import { isAtLeast, isBelow, isPersistentlyAbsent, isSeverelyAbsent } from './boundaries.ts'
import { perCent } from './rate.ts'
import { absentIn, addTally, afterChange, countByCode, NO_SESSIONS, sumOf, tallyOf } from './tally.ts'

const code: fc.Arbitrary<Code> = fc.constantFrom(...ALL_CODES)
const marks = fc.array(code.map((each) => ({ code: each })))

describe('whatever the marks', () => {
  test('marks in any order give one tally', () => {
    return fc.assert(
      fc.property(
        marks.chain((given) =>
          fc.tuple(
            fc.constant(given),
            fc.shuffledSubarray(given, { minLength: given.length, maxLength: given.length }),
          ),
        ),
        ([given, shuffled]) => {
          expect(tallyOf(shuffled)).toEqual(tallyOf(given))
        },
      ),
    )
  })
  test('possible is attended and absent, attended is never over possible, and nothing is below nought', () => {
    return fc.assert(
      fc.property(marks, (given) => {
        const tally = tallyOf(given)
        expect(tally.possible).toBe(tally.attended + absentIn(tally))
        expect(Math.min(...Object.values(tally))).toBeGreaterThanOrEqual(0)
        expect(tally.late).toBeLessThanOrEqual(tally.possible)
      }),
    )
  })
  test('amending marks one after another gives what counting the amended register again gives', () => {
    const amendments = fc.array(fc.tuple(fc.nat(30), fc.option(code, { nil: undefined })), { maxLength: 60 })
    return fc.assert(
      fc.property(amendments, (changes) => {
        const register = new Map<number, Code>()
        let tally = NO_SESSIONS
        for (const [session, becomes] of changes) {
          tally = afterChange(tally, register.get(session), becomes)
          if (becomes === undefined) register.delete(session)
          else register.set(session, becomes)
        }
        expect(tally).toEqual(tallyOf([...register.values()].map((each) => ({ code: each }))))
      }),
    )
  })
  test('counting two halves and adding them gives the whole', () => {
    return fc.assert(
      fc.property(marks, marks, (one, other) => {
        expect(addTally(tallyOf(one), tallyOf(other))).toEqual(tallyOf([...one, ...other]))
        expect(sumOf([tallyOf(one), tallyOf(other)])).toEqual(tallyOf([...one, ...other]))
      }),
    )
  })
  test('counts by code add up to the marks', () => {
    return fc.assert(
      fc.property(marks, (given) => {
        expect(Object.values(countByCode(given)).reduce((sum, count) => sum + count, 0)).toBe(given.length)
      }),
    )
  })
  test('below a line and at or above it are opposites wherever there is a rate; severe implies persistent', () => {
    return fc.assert(
      fc.property(marks, fc.integer({ min: 1, max: 100 }), (given, line) => {
        const tally = tallyOf(given)
        if (tally.possible > 0) expect(isBelow(tally, line)).toBe(!isAtLeast(tally, line))
        if (isSeverelyAbsent(tally)) expect(isPersistentlyAbsent(tally)).toBe(true)
        if (isBelow(tally, 90)) expect(isPersistentlyAbsent(tally)).toBe(true)
      }),
    )
  })
  test('who is exactly on a line is not below it, also where the line has a decimal', () => {
    return fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 3 }), (tenths, thousands) => {
        const possible = 1000 * thousands
        const attended = tenths * thousands
        const at = (more: number) => ({
          ...NO_SESSIONS,
          possible,
          attended: attended + more,
          unauthorised: possible - attended - more,
        })
        expect([isBelow(at(0), tenths / 10), isAtLeast(at(0), tenths / 10), isBelow(at(-1), tenths / 10)]).toEqual([
          false,
          true,
          true,
        ])
      }),
    )
  })
  test('309 of 375 sessions are 82.4%, which is not below 82.4%', () => {
    expect(isBelow({ ...NO_SESSIONS, possible: 375, attended: 309, unauthorised: 66 }, 82.4)).toBe(false)
  })
  test('a shown per cent is within half a tenth of the true one', () => {
    return fc.assert(
      fc.property(fc.nat(400), fc.integer({ min: 1, max: 400 }), (part, more) => {
        const whole = part + more
        const shown = Number(perCent(part, whole))
        expect(Math.abs(shown - (100 * part) / whole)).toBeLessThanOrEqual(0.05 + 1e-9)
      }),
    )
  })
})
