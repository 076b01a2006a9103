/** What a class's count must know of the roll: who came or left within its year, and which of its dates that makes another. */

import type { PupilKey } from '../people.ts'
import { addDays, type LocalDate } from '../time.ts'
import { type ClassTally, type Enrolled, wasEnrolled } from './class-tally.ts'
import { type Enrolment, endOfYear } from './window.ts'

/** Everybody whom a class counts or may count, with the dates of those who were not on the roll all the year. */
export const enrolledIn = (
  tally: Pick<ClassTally, 'year' | 'pupils' | 'past' | 'enrolled'>,
  roster: readonly PupilKey[],
  roll: ReadonlyMap<PupilKey, Enrolment>,
): Enrolled => {
  const known = [...Object.keys(tally.pupils), ...Object.keys(tally.past), ...Object.keys(tally.enrolled)]
  return Object.fromEntries(
    [...new Set([...known, ...roster])].toSorted().flatMap((pupil) => {
      // Of whom no roll knows anything any more, what was known last stands.
      const found = roll.get(pupil) ?? tally.enrolled[pupil]
      if (found === undefined) return []
      const { admitted, left } = found
      const isAllYear = admitted <= tally.year && (left === undefined || left >= endOfYear(tally.year))
      return isAllYear ? [] : [[pupil, left === undefined ? { admitted } : { admitted, left }]]
    }),
  )
}

/** The counted dates on which somebody whom the class counts was on the one roll and not on the other. */
export const datesBetween = (tally: ClassTally, enrolled: Enrolled): readonly LocalDate[] => {
  const { year, through, pupils, past } = tally
  if (through === undefined) return []
  // Whom the class has not counted, and never left out, it has no mark of.
  const concerned = [...new Set([...Object.keys(pupils), ...Object.keys(past), ...Object.keys(tally.enrolled)])].filter(
    (pupil) => JSON.stringify(tally.enrolled[pupil]) !== JSON.stringify(enrolled[pupil]),
  )
  if (concerned.length === 0) return []
  const dates: LocalDate[] = []
  for (let date = year; date <= through; date = addDays(date, 1))
    if (concerned.some((pupil) => wasEnrolled(tally.enrolled, pupil, date) !== wasEnrolled(enrolled, pupil, date)))
      dates.push(date)
  return dates
}
