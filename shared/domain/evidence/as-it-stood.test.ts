import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asItStood, type StoodVersion } from './as-it-stood.ts'

const version = (number: number, time: string): StoodVersion => ({
  date: '2026-03-04',
  session: 'AM',
  classId: '3b',
  version: number,
  submitted: true,
  marks: { k01: { code: number === 1 ? 'N' : 'L', source: 'teacher' } },
  savedAt: `2026-03-04T${time}:00.000Z`,
  savedBy: 's-teacher',
  act: 'register-saved',
})
const at = (time: string) => `2026-03-04T${time}:00.000Z`
const TAKEN = [version(1, '09:05'), version(2, '10:40'), version(3, '15:00')]

describe('the register as it stood at 10:30 on 4 March', () => {
  test('is the last one saved by then, in whatever order its versions are read', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(TAKEN, { minLength: 3 }), (versions) => {
        expect(asItStood(versions, at('10:30'))).toEqual({ was: 'stood', version: TAKEN[0] })
        expect(asItStood(versions, at('10:40'))).toEqual({ was: 'stood', version: TAKEN[1] })
      }),
    )
  })

  test('is none before the register was taken', () => {
    expect(asItStood(TAKEN, at('08:59'))).toEqual({ was: 'none-yet' })
  })

  test('is not known where its versions of that time are older than the evidence', () => {
    expect(asItStood(TAKEN.slice(1), at('10:30'))).toEqual({ was: 'unknown' })
    expect(asItStood([], at('10:30'))).toEqual({ was: 'unknown' })
  })
})
