/**
 * Brings the year's counts of an academy up to a date. Safe to run twice, at once with itself or with people amending marks, or to die
 * half way: each class is saved on condition of what was read, and begins where it stands.
 */
import { schoolYearOf } from '../domain/calendar.ts'
import { type ClassTally, countDay, noTally } from '../domain/counting/class-tally.ts'
import type { Register } from '../domain/register.ts'
import { addDays, type LocalDate } from '../domain/time.ts'
import type { Act } from '../ports/act.ts'
import type { Stores } from '../ports/stores.ts'

type Kept = Pick<Stores, 'tallies' | 'saveTally' | 'registersOn' | 'roll'>

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

/** Counts one class from where it stands, and answers where it stands now; read again when somebody amended a mark meanwhile. */
const countClass = async (
  stores: Kept,
  academy: string,
  first: ClassTally,
  until: LocalDate,
  days: ReturnType<typeof reading>,
  act: Act,
): Promise<ClassTally> => {
  let was = first
  for (let tried = 1; resumes(was) <= until; tried++) {
    // A mark may have been amended since the registers were read: then they are read again.
    const registers = tried === 1 ? days : reading(stores, academy)
    // Nights after a day without school have nothing to write; the dates are read again when there is.
    if (!(await tookRegisters(registers, datesFrom(resumes(was), until)))) return was
    let tally = was
    for (const date of datesFrom(resumes(was), until)) {
      const ofClass = (await registers.on(date)).filter(({ classId }) => classId === was.classId)
      tally = countDay(tally, date, ofClass)
    }
    if ((await stores.saveTally(academy, tally, was, act)) === 'saved') return tally
    if (tried === TRIES) throw new Error('A class’s count was being saved by others at every try')
    const again = await stores.tallies(academy, was.year, true)
    was = again.find(({ classId }) => classId === was.classId) ?? noTally(was.classId, was.year)
  }
  return was
}

/** Counts every date to `until`, which is over, of the school year that it is in. */
export const bringUpToDate = async (stores: Kept, academy: string, until: LocalDate, act: Act): Promise<Counted> => {
  const year = schoolYearOf(until)
  const [tallies, { classes }] = await Promise.all([stores.tallies(academy, year, true), stores.roll.live(academy)])
  const known = new Map<string, ClassTally>(classes.map(({ id }) => [id, noTally(id, year)]))
  for (const tally of tallies) known.set(tally.classId, tally)
  const days = reading(stores, academy)
  const counted: ClassTally[] = []
  let moved = 0
  const count = async (tally: ClassTally): Promise<void> => {
    const now = await countClass(stores, academy, tally, until, days, act)
    if (now.through !== tally.through) moved++
    counted.push(now)
  }
  for (const tally of known.values()) await count(tally)
  // A class that is on no roll any more, but took registers in the days now read, is counted from the year's beginning.
  const seen = (await Promise.all(days.days.values())).flat().map(({ classId }) => classId)
  for (const classId of new Set(seen)) if (!known.has(classId)) await count(noTally(classId, year))
  return { classes: moved, days: days.days.size, tallies: counted }
}
