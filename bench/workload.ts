/**
 * The workload that units are measured on: 14 classes of 30, 5% of pupils absent in spells of two days, 40% of absences unreported at
 * half past ten and so texted, each text delivered and answered by telephone soon after, 1% arriving after the register closed. The
 * shares are kept exactly over five days, so that the figures are those of the workload and not of a draw: 190 days are 9.5 absences
 * and 3.8 texts a pupil.
 */
import type { StagedFile } from '../shared/ports/stores.ts'
import { aContact } from '../test/builders.ts'

export const CLASSES = 14
export const CLASS_SIZE = 30
export const PUPILS = CLASSES * CLASS_SIZE
export const SCHOOL_DAYS_A_YEAR = 190

const ABSENT_SHARE = 0.05
const SPELL_DAYS = 2
const UNREPORTED_SHARE = 0.4
const LATE_SHARE = 0.01

/** A small seeded generator of numbers from 0 to 1: the same seed gives the same school. */
export const seeded = (seed: number) => {
  let state = seed >>> 0
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const key = (index: number): string => `P${String(index + 1).padStart(5, '0')}`
export const classId = (index: number): string => `c${index + 1}`
export const pupilsOf = (schoolClass: number): readonly string[] =>
  Array.from({ length: CLASS_SIZE }, (_, index) => key(schoolClass * CLASS_SIZE + index))

export const ROLL: Extract<StagedFile, { file: 'roll' }> = {
  file: 'roll',
  pupils: Array.from({ length: PUPILS }, (_, index) => ({
    key: key(index),
    pupilId: key(index),
    forename: 'Amelia',
    surname: `Marlowe${index}`,
    dateOfBirth: '2017-05-04',
    yearGroup: '3',
    classId: classId(Math.floor(index / CLASS_SIZE)),
    admitted: '2021-09-02',
    flags: [],
  })),
}

export const CONTACTS: Extract<StagedFile, { file: 'contacts' }> = {
  file: 'contacts',
  byPupil: Object.fromEntries(
    Array.from({ length: PUPILS }, (_, index) => [
      key(index),
      [
        aContact(`m${index}`, {
          mobile: `+447700900${String(index).padStart(3, '0')}`,
          address: ['1 High Street', 'Springbank'],
          postcode: 'NG9 9ZZ',
        }),
        aContact(`n${index}`, {
          priority: 2,
          relationship: 'grandparent',
          parentalResponsibility: false,
          livesWith: false,
          mobile: `+447700900${String(index + 420).padStart(3, '0')}`,
        }),
      ],
    ]),
  ),
}

export interface DayPlan {
  /** Absent today, and whether the family had rung by half past ten; later days of a spell are covered by what was said. */
  readonly absent: readonly { readonly pupil: string; readonly reported: boolean }[]
  readonly late: readonly string[]
}

/** How many of `every` a day are due on each day, so that no day is further than one from the share and the sum is exact. */
const quota = (share: number, of: number, day: number): number =>
  Math.round(share * of * (day + 1)) - Math.round(share * of * day)

/** Takes some at random out of a list. */
const takeOut = <T>(chance: () => number, from: T[], count: number): readonly T[] =>
  Array.from({ length: count }, () => from.splice(Math.floor(chance() * from.length), 1)).flat()

/** Plans the days one after another, so that a spell of absence goes on. */
export const planDays = (days: number, seed: number): readonly DayPlan[] => {
  const chance = seeded(seed)
  const all = ROLL.pupils.map((pupil) => pupil.key)
  // Half of the first day's absent began the day before.
  let goingOn: readonly string[] = takeOut(chance, [...all], quota(ABSENT_SHARE / SPELL_DAYS, PUPILS, 0))
  return Array.from({ length: days }, (_, day) => {
    const others = all.filter((pupil) => !goingOn.includes(pupil))
    const starts = takeOut(chance, others, quota(ABSENT_SHARE, PUPILS, day) - goingOn.length)
    const absent = [...goingOn, ...starts]
    const unreported = new Set(takeOut(chance, [...absent], quota(ABSENT_SHARE * UNREPORTED_SHARE, PUPILS, day)))
    const late = takeOut(chance, others, quota(LATE_SHARE, PUPILS, day))
    goingOn = starts
    return { absent: absent.map((pupil) => ({ pupil, reported: !unreported.has(pupil) })), late }
  })
}
