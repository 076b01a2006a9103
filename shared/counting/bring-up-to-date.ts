/**
 * Brings the year's counts of an academy up to a date. Safe to run twice, at once with itself or with people amending marks, or to die
 * half way: each class is saved on condition of what was read, and begins where it stands.
 */
import { schoolYearOf } from '../domain/calendar.ts'
import { isNobody } from '../domain/counting/amended.ts'
import { type ClassTally, countDay, noTally } from '../domain/counting/class-tally.ts'
import type { SchoolClass } from '../domain/people.ts'
import type { Register } from '../domain/register.ts'
import { addDays, type LocalDate } from '../domain/time.ts'
import type { Act } from '../ports/act.ts'
import type { Stores } from '../ports/stores.ts'

type Kept = Pick<Stores, 'tallies' | 'saveTally' | 'registersOn' | 'roll' | 'listAbsences'>

export interface Counted {
  /** Classes whose count moved on. */
  readonly classes: number
  /** Days whose registers were read. */
  readonly days: number
  /** Every class's count as it now stands. */
  readonly tallies: readonly ClassTally[]
}

/** The registers of each date, each date read once. */
const reading = (stores: Kept, academy: string) => {
  const days = new Map<LocalDate, Promise<readonly Register[]>>()
  const on = (date: LocalDate): Promise<readonly Register[]> => {
    const found = days.get(date) ?? stores.registersOn(academy, date)
    days.set(date, found)
    return found
  }
  return { on, days }
}

const datesFrom = (from: LocalDate, until: LocalDate): readonly LocalDate[] => {
  const dates: LocalDate[] = []
  for (let date = from; date <= until; date = addDays(date, 1)) dates.push(date)
  return dates
}

/** Where a class's count goes on: after the last date counted, or at the beginning of the year. */
const resumes = (tally: ClassTally): LocalDate => (tally.through === undefined ? tally.year : addDays(tally.through, 1))

/** Some class took a register on one of these dates: they were school. */
const tookRegisters = async (registers: ReturnType<typeof reading>, dates: readonly LocalDate[]): Promise<boolean> =>
  (await Promise.all(dates.map((date) => registers.on(date)))).some((each) => each.length > 0)

const TRIES = 3

/**
 * Lists a date's absences of the registers given. Always before their classes are counted to that date: a mark amended in between makes the
 * count be taken again, and one amended afterwards changes the list itself.
 */
const list = async (stores: Kept, academy: string, date: LocalDate, registers: readonly Register[]): Promise<void> => {
  if (registers.length > 0) await stores.listAbsences(academy, date, registers)
}

/** Lists every date that some class is still to be counted to, of those classes alone. */
const listDates = async (
  stores: Kept,
  academy: string,
  known: ReadonlyMap<string, ClassTally>,
  until: LocalDate,
  registers: ReturnType<typeof reading>,
): Promise<void> => {
  const counted = (classId: string): LocalDate => known.get(classId)?.through ?? ''
  const first = [...known.values()].map(resumes).toSorted()[0]
  if (first === undefined) return
  for (const date of datesFrom(first, until)) {
    const uncounted = (await registers.on(date)).filter(({ classId }) => counted(classId) < date)
    await list(stores, academy, date, uncounted)
  }
}

/** Called before a class's count is saved: whatever it does is done again when the night dies in between. */
export type BeforeSaving = (was: ClassTally, is: ClassTally) => Promise<void>

/** Counts one class from where it stands, and answers where it stands now; read again when somebody amended a mark meanwhile. */
const countClass = async (
  stores: Kept,
  academy: string,
  first: ClassTally,
  until: LocalDate,
  days: ReturnType<typeof reading>,
  act: Act,
  before: readonly BeforeSaving[],
): Promise<ClassTally> => {
  let was = first
  for (let tried = 1; resumes(was) <= until; tried++) {
    // A mark may have been amended since the registers were read: then they are read again.
    const registers = tried === 1 ? days : reading(stores, academy)
    const dates = datesFrom(resumes(was), until)
    const wasSchool = await tookRegisters(registers, dates)
    // Nights after a day without school have no day to count; the dates are read again when there is.
    if (!wasSchool && isNobody(was.amended)) return was
    let tally: ClassTally = { ...was, amended: {} }
    for (const date of wasSchool ? dates : []) {
      const ofClass = (await registers.on(date)).filter(({ classId }) => classId === was.classId)
      if (tried > 1) await list(stores, academy, date, ofClass)
      tally = countDay(tally, date, ofClass)
    }
    for (const each of before) await each(was, tally)
    if ((await stores.saveTally(academy, tally, was, act)) === 'saved') return tally
    if (tried === TRIES) throw new Error('A class’s count was being saved by others at every try')
    const again = await stores.tallies(academy, was.year, true)
    was = again.find(({ classId }) => classId === was.classId) ?? noTally(was.classId, was.year)
  }
  return was
}

/** What a night brings with it. */
export interface Bringing {
  /** The year's counts where they have just been read and nothing was saved since; each is saved on condition of its version all the same. */
  readonly read?: readonly ClassTally[] | undefined
  /** The classes on the roll, where they have just been read; one that is not among them is found by its registers. */
  readonly classes?: readonly Pick<SchoolClass, 'id'>[]
  /** Each asked for with every class's count as it stood before. */
  readonly beforeSaving?: readonly ((all: readonly ClassTally[]) => BeforeSaving)[]
}

/** Counts every date to `until`, which is over, of the school year that it is in. */
export const bringUpToDate = async (
  stores: Kept,
  academy: string,
  until: LocalDate,
  act: Act,
  { read, classes: onRoll, beforeSaving = [] }: Bringing = {},
): Promise<Counted> => {
  const year = schoolYearOf(until)
  const [tallies, classes] = await Promise.all([
    read ?? stores.tallies(academy, year, true),
    onRoll ?? stores.roll.live(academy).then((live) => live.classes),
  ])
  const known = new Map<string, ClassTally>(classes.map(({ id }) => [id, noTally(id, year)]))
  for (const tally of tallies) known.set(tally.classId, tally)
  const before = beforeSaving.map((each) => each(tallies))
  const days = reading(stores, academy)
  await listDates(stores, academy, known, until, days)
  const counted: ClassTally[] = []
  let moved = 0
  const count = async (tally: ClassTally): Promise<void> => {
    const now = await countClass(stores, academy, tally, until, days, act, before)
    if (now.through !== tally.through) moved++
    counted.push(now)
  }
  for (const tally of known.values()) await count(tally)
  // A class that is on no roll any more, but took registers in the days now read, is counted from the year's beginning.
  const seen = (await Promise.all(days.days.values())).flat().map(({ classId }) => classId)
  for (const classId of new Set(seen)) if (!known.has(classId)) await count(noTally(classId, year))
  return { classes: moved, days: days.days.size, tallies: counted }
}
