/** Proves that what is stored is what the registers say: the year is counted again from nothing, beside what stands; and puts it right. */
import { schoolYearOf } from '../domain/calendar.ts'
import { byPupil, type ClassTally, countDay, noTally } from '../domain/counting/class-tally.ts'
import { type ListDifference, listDifference } from '../domain/counting/compare-lists.ts'
import { NO_SESSIONS, type Tally } from '../domain/counting/tally.ts'
import type { PupilKey } from '../domain/people.ts'
import type { Register } from '../domain/register.ts'
import { addDays, type LocalDate } from '../domain/time.ts'
import type { Act, Stores } from '../ports/stores.ts'
import { rollOfYear } from './keep-to-roll.ts'

export interface Discrepancy {
  readonly classId: string
  readonly pupil: PupilKey
  readonly stored: Tally
  readonly derived: Tally
}

export interface Verified {
  readonly classes: number
  readonly pupils: number
  readonly through?: LocalDate
  readonly discrepancies: readonly Discrepancy[]
  /** Dates whose list of absences, from which notices and returns are counted, is not what the registers say. */
  readonly lists: readonly ListDifference[]
}

const isSame = (one: Tally, other: Tally): boolean => JSON.stringify(one) === JSON.stringify(other)

const differences = (stored: ClassTally, derived: ClassTally): readonly Discrepancy[] => {
  const [kept, counted] = [byPupil([stored]), byPupil([derived])]
  return [...new Set([...kept.keys(), ...counted.keys()])].flatMap((pupil) => {
    const one = kept.get(pupil) ?? NO_SESSIONS
    const other = counted.get(pupil) ?? NO_SESSIONS
    return isSame(one, other) ? [] : [{ classId: stored.classId, pupil, stored: one, derived: other }]
  })
}

type Kept = Pick<Stores, 'tallies' | 'registersOn' | 'absenceDays' | 'roll'>

/** Each class as it is stored and as its registers and the roll count, to the date to which it is counted. Reads every register of the year. */
const countAgain = async (stores: Kept, academy: string, year: LocalDate) => {
  const stored = await stores.tallies(academy, year, true)
  const last = stored
    .flatMap(({ through }) => through ?? [])
    .toSorted()
    .at(-1)
  const roll = await rollOfYear(stores, academy, stored)
  const begins = (tally: ClassTally): ClassTally => ({
    ...noTally(tally.classId, year),
    enrolled: roll.enrolledOf(tally),
    roll: roll.generation,
  })
  const derived = new Map(stored.map((tally) => [tally.classId, begins(tally)]))
  const kept = last === undefined ? [] : await stores.absenceDays(academy, { from: year, until: last })
  const lists = new Map(kept.map((list) => [list.date, list]))
  const unlike: { readonly difference: ListDifference; readonly registers: readonly Register[] }[] = []
  for (let day = year; last !== undefined && day <= last; day = addDays(day, 1)) {
    const registers = await stores.registersOn(academy, day)
    const isCounted = ({ classId }: Register) =>
      stored.some((tally) => tally.classId === classId && tally.through !== undefined && day <= tally.through)
    const difference = listDifference(day, lists.get(day), registers.filter(isCounted))
    if (difference) unlike.push({ difference, registers: registers.filter(isCounted) })
    for (const { classId, through } of stored) {
      const tally = derived.get(classId)
      if (tally === undefined || through === undefined || day > through) continue
      const ofClass = registers.filter((each) => each.classId === classId)
      derived.set(classId, countDay(tally, day, ofClass))
    }
  }
  const both = stored.map((tally) => ({ tally, again: derived.get(tally.classId) ?? noTally(tally.classId, year) }))
  return { both, last, unlike }
}

/** Counts the year of a date again and compares. */
export const verifyTallies = async (stores: Kept, academy: string, date: LocalDate): Promise<Verified> => {
  const { both, last, unlike } = await countAgain(stores, academy, schoolYearOf(date))
  return {
    classes: both.length,
    pupils: byPupil(both.map(({ tally }) => tally)).size,
    ...(last === undefined ? {} : { through: last }),
    discrepancies: both.flatMap(({ tally, again }) => differences(tally, again)),
    lists: unlike.map(({ difference }) => difference),
  }
}

/**
 * Puts the registers' count in the place of every class's that differs, and their absences into the list of every date that does, as after a version of Firstbell that counted something new. Answers
 * how many classes it changed; one whose marks somebody amends meanwhile is left for the next time.
 */
export const recountTallies = async (
  stores: Kept & Pick<Stores, 'saveTally' | 'listAbsences'>,
  academy: string,
  date: LocalDate,
  act: Act,
): Promise<number> => {
  const { both, unlike } = await countAgain(stores, academy, schoolYearOf(date))
  for (const { difference, registers } of unlike) await stores.listAbsences(academy, difference.date, registers)
  let changed = 0
  for (const { tally, again } of both.filter(({ tally, again }) => differences(tally, again).length > 0)) {
    const saved = await stores.saveTally(
      academy,
      { ...again, version: tally.version, amended: tally.amended },
      tally,
      act,
    )
    if (saved === 'saved') changed++
  }
  return changed
}
