/**
 * The workload that units are measured on: 14 classes of 30, 5% of pupils absent in spells of two days, 40% of absences unreported at
 * half past ten and so texted, each text delivered and answered by telephone soon after, 1% arriving after the register closed.
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
  readonly absent: readonly { readonly pupil: string; readonly reported: boolean; readonly firstDay: boolean }[]
  readonly late: readonly string[]
}

/** Plans the days one after another, so that a spell of absence goes on. */
export const planDays = (days: number, seed: number): readonly DayPlan[] => {
  const chance = seeded(seed)
  let spells = new Map<string, number>()
  return Array.from({ length: days }, () => {
    const going = new Map([...spells].filter(([, left]) => left > 0))
    const starts = ROLL.pupils
      .map((pupil) => pupil.key)
      .filter((pupil) => !going.has(pupil) && chance() < ABSENT_SHARE / SPELL_DAYS / (1 - ABSENT_SHARE / SPELL_DAYS))
    const absent = [
      ...[...going.keys()].map((pupil) => ({ pupil, reported: chance() >= UNREPORTED_SHARE, firstDay: false })),
      ...starts.map((pupil) => ({ pupil, reported: chance() >= UNREPORTED_SHARE, firstDay: true })),
    ]
    spells = new Map([
      ...[...going].map(([pupil, left]) => [pupil, left - 1] as const),
      ...starts.map((pupil) => [pupil, SPELL_DAYS - 1] as const),
    ])
    const away = new Set(absent.map((each) => each.pupil))
    const late = ROLL.pupils.map((pupil) => pupil.key).filter((pupil) => !away.has(pupil) && chance() < LATE_SHARE)
    return { absent, late }
  })
}
