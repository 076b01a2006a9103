/** Proves that what is stored is what the registers say: the year is counted again from nothing, beside what stands. */
import { schoolYearOf } from '../domain/calendar.ts'
import { byPupil, type ClassTally, countDay, noTally } from '../domain/counting/class-tally.ts'
import { NO_SESSIONS, type Tally } from '../domain/counting/tally.ts'
import type { PupilKey } from '../domain/people.ts'
import { addDays, type LocalDate } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'

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

/** Counts the year of a date again, each class to the date to which it is counted, and compares. Reads every register of the year. */
export const verifyTallies = async (
  stores: Pick<Stores, 'tallies' | 'registersOn'>,
  academy: string,
  date: LocalDate,
): Promise<Verified> => {
  const year = schoolYearOf(date)
  const stored = await stores.tallies(academy, year, true)
  const last = stored
    .flatMap(({ through }) => through ?? [])
    .toSorted()
    .at(-1)
  const derived = new Map(stored.map(({ classId }) => [classId, noTally(classId, year)]))
  for (let day = year; last !== undefined && day <= last; day = addDays(day, 1)) {
    const registers = await stores.registersOn(academy, day)
    for (const { classId, through } of stored) {
      const tally = derived.get(classId)
      if (tally === undefined || through === undefined || day > through) continue
      derived.set(
        classId,
        countDay(
          tally,
          day,
          registers.filter((each) => each.classId === classId),
        ),
      )
    }
  }
  return {
    classes: stored.length,
    pupils: byPupil(stored).size,
    ...(last === undefined ? {} : { through: last }),
    discrepancies: stored.flatMap((tally) =>
      differences(tally, derived.get(tally.classId) ?? noTally(tally.classId, year)),
    ),
  }
}
