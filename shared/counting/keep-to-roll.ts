/**
 * Keeps the year's counts to the roll: a leaving day that is recorded late takes the marks after it out of them, a starting day that is moved
 * takes out or brings back those before it. Done when a roll goes live, and by the next night where that died in between. Safe to run twice:
 * each class remembers by which generation of the roll it was counted.
 */

import { schoolYearOf } from '../domain/calendar.ts'
import { type ClassTally, type Enrolled, withinRoll } from '../domain/counting/class-tally.ts'
import { datesBetween, enrolledIn } from '../domain/counting/kept-to-roll.ts'
import type { Enrolment } from '../domain/counting/window.ts'
import type { PupilKey } from '../domain/people.ts'
import { addDays, type Instant, type LocalDate } from '../domain/time.ts'
import type { Act } from '../ports/act.ts'
import type { Stores } from '../ports/stores.ts'

type Rolls = Pick<Stores, 'roll'>
type Kept = Rolls & Pick<Stores, 'tallies' | 'saveTally' | 'registersOf'>

export interface RollOfYear {
  /** The generation that is live. */
  readonly generation: number
  /** The dates of whoever came or left within the year, of those whom a class counts or may count. */
  enrolledOf(tally: ClassTally): Enrolled
}

/** What the live roll says of everybody whom these counts name; of those whom it names no more, what it said last. */
export const rollOfYear = async (
  stores: Rolls,
  academy: string,
  tallies: readonly ClassTally[],
): Promise<RollOfYear> => {
  const { generations, classes } = await stores.roll.live(academy)
  const rosters = await stores.roll.rosters(
    academy,
    classes.map(({ id }) => id),
  )
  const entries = Object.values(rosters).flat()
  const roll = new Map<PupilKey, Enrolment>(entries.map((entry) => [entry.key, entry]))
  const gone = tallies
    .flatMap(({ pupils, past }) => [...Object.keys(pupils), ...Object.keys(past)])
    .filter((key) => !roll.has(key))
  for (const [key, left] of Object.entries(await stores.roll.leavers(academy, gone))) roll.set(key, left)
  return {
    generation: generations.roll,
    enrolledOf: (tally) =>
      enrolledIn(
        tally,
        (rosters[tally.classId] ?? []).map(({ key }) => key),
        roll,
      ),
  }
}

const isBehind = ({ roll = -1 }: ClassTally, generation: number): boolean => roll < generation

const TRIES = 5

/**
 * Every class's count of a school year, kept to the live roll; read again where somebody saved one meanwhile. `known`: the counts as they
 * were just read, and the generation that is at least live, so that a night after which no roll changed reads nothing more.
 */
export const keepToRoll = async (
  stores: Kept,
  academy: string,
  year: LocalDate,
  act: Act,
  known?: { readonly tallies: readonly ClassTally[]; readonly generation: number },
): Promise<readonly ClassTally[]> => {
  if (known && !known.tallies.some((tally) => isBehind(tally, known.generation))) return known.tallies
  for (let tried = 1; tried <= TRIES; tried++) {
    const tallies = await stores.tallies(academy, year, true)
    const { generations } = await stores.roll.live(academy)
    if (!tallies.some((tally) => isBehind(tally, generations.roll))) return tallies
    const roll = await rollOfYear(stores, academy, tallies)
    const saved = await Promise.all(
      tallies.map(async (tally) => {
        if (!isBehind(tally, roll.generation)) return tally
        const enrolled = roll.enrolledOf(tally)
        const registers = await stores.registersOf(academy, [tally.classId], datesBetween(tally, enrolled), true)
        const next = withinRoll(tally, enrolled, roll.generation, registers)
        const won = (await stores.saveTally(academy, next, tally, act)) === 'saved'
        return won ? { ...next, version: tally.version + 1 } : undefined
      }),
    )
    const all = saved.filter((tally) => tally !== undefined)
    if (all.length === tallies.length) return all
  }
  throw new Error('A class’s count was being saved by others at every try')
}

/** Once a roll is live: the counts of this school year and of the one before, since a leaving day of July may be recorded in September. */
export const keepYearsToRoll = async (
  stores: Kept,
  today: LocalDate,
  { academy, now, policyVersion }: { readonly academy: string; readonly now: Instant; readonly policyVersion: string },
): Promise<void> => {
  const act = { at: now, by: 'import', kind: 'tallies-counted', policy: policyVersion }
  const year = schoolYearOf(today)
  for (const each of [schoolYearOf(addDays(year, -1)), year]) await keepToRoll(stores, academy, each, act)
}
