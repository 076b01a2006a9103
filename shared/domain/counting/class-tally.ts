/**
 * The running count of one class in one school year: kept as small numbers, and at any time derivable from the class's registers.
 * A pupil's year is the sum over the classes that have marked them, so that a pupil who moves is counted once.
 */
import { schoolYearOf } from '../calendar.ts'
import { isEntry } from '../one-entry.ts'
import { onRoll, type PupilKey } from '../people.ts'
import type { Register } from '../register.ts'
import type { LocalDate } from '../time.ts'
import { type Amended, amendedOn, type Codes, earliestOf } from './amended.ts'
import { addTally, afterChange, NO_SESSIONS, type Tally, tallyOfCode } from './tally.ts'
import type { Enrolment } from './window.ts'

export interface ClassTally {
  readonly classId: string
  /** The first date of the school year that is counted. */
  readonly year: LocalDate
  /** Counts every save; 0 has never been saved. */
  readonly version: number
  /** The last date counted; absent when no date has been. */
  readonly through?: LocalDate
  readonly pupils: Readonly<Record<PupilKey, Tally>>
  /** Pupils whom the class's registers no longer name: leavers and movers. */
  readonly past: Readonly<Record<PupilKey, Tally>>
  /** Pupils who came or left within the year: none of their marks before the starting day or after the leaving day counts. */
  readonly enrolled: Enrolled
  /** The generation of the roll that said so; absent when none was asked yet. */
  readonly roll?: number
  /** Whose counted marks count otherwise since the last night: it clears them when it has noted them beside the letters that told of them. */
  readonly amended: Amended
}

export type Enrolled = Readonly<Record<PupilKey, Enrolment>>

export const noTally = (classId: string, date: LocalDate): ClassTally => ({
  classId,
  year: schoolYearOf(date),
  version: 0,
  pupils: {},
  past: {},
  enrolled: {},
  amended: {},
})

/**
 * The marks of a register that count. A register that is not in is no absence, so what a teacher has begun to enter counts for nothing;
 * an arrival, an office mark or a known absence in it does.
 */
export const countedCodes = (register: Register | undefined): Codes =>
  Object.fromEntries(
    Object.entries(register?.marks ?? {})
      .filter(([, mark]) => register !== undefined && isEntry(register, mark))
      .map(([pupil, mark]) => [pupil, mark.code]),
  )

/** The pupil was on the roll that day, as far as the class's count knows. */
export const wasEnrolled = (enrolled: Enrolled, pupil: PupilKey, date: LocalDate): boolean => {
  const dates = enrolled[pupil]
  return dates === undefined || onRoll(dates, date)
}

/** The marks of a register that count for those who were on the roll on its date. */
const codesWithin = ({ enrolled }: ClassTally, register: Register | undefined): Codes =>
  Object.fromEntries(
    Object.entries(countedCodes(register)).filter(
      ([pupil]) => register !== undefined && wasEnrolled(enrolled, pupil, register.date),
    ),
  )

/** Changes a pupil's tally wherever it stands; one that is new stands among the class's pupils. */
const changed = (tally: ClassTally, pupil: PupilKey, change: (was: Tally) => Tally): ClassTally => {
  const past = tally.past[pupil]
  return past === undefined
    ? { ...tally, pupils: { ...tally.pupils, [pupil]: change(tally.pupils[pupil] ?? NO_SESSIONS) } }
    : { ...tally, past: { ...tally.past, [pupil]: change(past) } }
}

/** Pupils whom a day's registers name are the class's; those whom they do not name are past. A day without registers says nothing. */
const settlePlaces = (tally: ClassTally, named: ReadonlySet<PupilKey>): ClassTally => {
  if (named.size === 0) return tally
  const everybody = Object.entries({ ...tally.past, ...tally.pupils })
  return {
    ...tally,
    pupils: Object.fromEntries(everybody.filter(([pupil]) => named.has(pupil))),
    past: Object.fromEntries(everybody.filter(([pupil]) => !named.has(pupil))),
  }
}

/** The class's tally with one more date, from that date's registers of the class. A date already counted changes nothing. */
export const countDay = (tally: ClassTally, date: LocalDate, registers: readonly Register[]): ClassTally => {
  if (tally.through !== undefined && date <= tally.through) return tally
  const named = new Set(registers.flatMap(({ marks }) => Object.keys(marks)))
  const marks = registers.flatMap((register) => Object.entries(codesWithin(tally, register)))
  const counted = marks.reduce(
    (sum, [pupil, code]) => changed(sum, pupil, (was) => addTally(was, tallyOfCode(code))),
    settlePlaces(tally, named),
  )
  return { ...counted, through: date }
}

/** The tally after the marks of a counted date became others, and whom that concerns. */
const amend = (tally: ClassTally, date: LocalDate, was: Codes, is: Codes): ClassTally =>
  Object.keys({ ...was, ...is })
    .filter((pupil) => was[pupil] !== is[pupil])
    .reduce((sum, pupil) => changed(sum, pupil, (tallied) => afterChange(tallied, was[pupil], is[pupil])), {
      ...tally,
      amended: earliestOf([tally.amended, amendedOn(date, was, is)]),
    })

/** The tally after a register of a counted date became another; of a date not yet counted it stays as it is. */
export const recount = (tally: ClassTally, was: Register | undefined, is: Register): ClassTally =>
  tally.through === undefined || is.date > tally.through
    ? tally
    : amend(tally, is.date, codesWithin(tally, was), codesWithin(tally, is))

/**
 * The tally once the roll says other starting and leaving days than it was counted by. `registers` are the class's of every counted date on
 * which that makes a difference, see `datesBetween`; more of them change nothing.
 */
export const withinRoll = (
  tally: ClassTally,
  enrolled: Enrolled,
  roll: number,
  registers: readonly Register[],
): ClassTally => {
  const { through } = tally
  const next = { ...tally, enrolled, roll }
  return registers
    .filter(({ date }) => through !== undefined && date <= through)
    .reduce(
      (sum: ClassTally, register) =>
        amend(sum, register.date, codesWithin(tally, register), codesWithin(next, register)),
      next,
    )
}

/** Each pupil's year: the sum over every class. Pupils who have left are in it. */
export const byPupil = (tallies: readonly ClassTally[]): ReadonlyMap<PupilKey, Tally> => {
  const sums = new Map<PupilKey, Tally>()
  for (const { pupils, past } of tallies) {
    for (const [pupil, tally] of [...Object.entries(pupils), ...Object.entries(past)])
      sums.set(pupil, addTally(sums.get(pupil) ?? NO_SESSIONS, tally))
  }
  return sums
}

/** The last date that any class is counted to. */
export const countedTo = (tallies: readonly ClassTally[]): LocalDate | undefined =>
  tallies
    .flatMap(({ through }) => through ?? [])
    .toSorted()
    .at(-1)

/** The last date that every class is counted to; `undefined` where some class never was. */
export const allCountedTo = (tallies: readonly ClassTally[]): LocalDate | undefined => {
  const dates = tallies.map(({ through }) => through ?? '').toSorted()
  return dates[0] || undefined
}
