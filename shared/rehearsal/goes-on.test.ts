/** A year that is stopped at a rest and gone on with by another process is the year that was played in one go. */
import { describe, expect, test } from 'vitest'
import { springbankPolicy } from '../../test/support/policies.ts'
import { addDays, weekday } from '../domain/time.ts'
import type { Happened } from './happened.ts'
import { playYear } from './play-year.ts'
import { readSchool } from './read-school.ts'
import { fromBytes, toBytes } from './year-so-far.ts'

const PUPILS = Array.from({ length: 12 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`)
const DAYS = Array.from({ length: 50 }, (_, index) => addDays('2026-01-12', index)).filter((date) => weekday(date) <= 5)

/** Silence, illness told too late, lateness and long absences, each pupil otherwise. */
const codeOf = (pupil: number, day: number, session: 'AM' | 'PM'): string => {
  if (pupil === 1 && day % 9 < 4) return 'O'
  if (pupil === 2 && day % 5 === 2) return 'I'
  if (pupil === 3 && day % 3 === 1) return session === 'AM' ? 'L' : '\\'
  if (pupil === 4 && day % 4 === 3) return session === 'AM' ? 'U' : '\\'
  if (pupil === 5 && day % 10 === 9) return 'O'
  if (pupil === 6 && day % 7 === 0) return 'M'
  return session === 'AM' ? '/' : '\\'
}
const marks = new TextEncoder().encode(
  [
    'date,session,class,pupilId,code,minutesLate',
    ...DAYS.flatMap((date, day) =>
      (['AM', 'PM'] as const).flatMap((session) =>
        PUPILS.map((id, index) => {
          const code = codeOf(index, day, session)
          return `${date},${session},3A,${id},${code},${code === 'L' ? 5 : code === 'U' ? 25 : ''}`
        }),
      ),
    ),
  ].join('\n'),
)

const read = readSchool({ marks }, { policy: springbankPolicy })
if ('problems' in read) throw new Error(JSON.stringify(read.problems))
const settings = {
  school: read.school,
  played: { policy: springbankPolicy, version: 'v1' },
  supposed: { answered: 50, unreported: 50, seed: 3 },
}

/** Each stretch by a process of its own, which knows nothing but the bytes that the one before has left. */
const inStretches = async () => {
  let bytes: Uint8Array | undefined
  const stretches: (readonly [number, number])[] = []
  let happened: readonly Happened[] = []
  for (let isWhole = false; !isWhole; ) {
    const days: number[] = []
    const part = await playYear({
      ...settings,
      before: fromBytes(bytes),
      progress: (_date, day) => void days.push(day),
      rest: async (soFar) => {
        bytes = toBytes(soFar)
        return 'stop'
      },
    })
    stretches.push([days[0] ?? 0, days.at(-1) ?? 0])
    happened = part.happened
    isWhole = part.isWhole
  }
  return { happened, stretches }
}

describe('a year played in stretches', () => {
  test('plays every day once, and is to the letter what it is in one go', async () => {
    const whole = await playYear(settings)
    const { happened, stretches } = await inStretches()
    expect(stretches).toEqual([
      [1, 10],
      [11, 20],
      [21, 30],
      [31, 36],
    ])
    expect(new Set(whole.happened.map(({ what }) => what)).size).toBeGreaterThan(8)
    expect(happened).toEqual(whole.happened)
  })

  test('of which nothing is left, or what nobody can read, begins again', () => {
    expect(fromBytes(undefined)).toBeUndefined()
    expect(fromBytes(new Uint8Array())).toBeUndefined()
    expect(fromBytes(new TextEncoder().encode('{"after":"2026-01-12"}'))).toBeUndefined()
  })
})
