/** Marks of a span of dates, pupil by pupil, read from the registers themselves. */
import { type ClassTally, countedCodes } from '../domain/counting/class-tally.ts'
import type { CountedMark } from '../domain/counting/tally.ts'
import type { Span } from '../domain/counting/window.ts'
import type { Pupil, PupilKey } from '../domain/people.ts'
import type { Register } from '../domain/register.ts'
import { addDays, type LocalDate } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'

export const datesIn = ({ from, until }: Span): readonly LocalDate[] => {
  const dates: LocalDate[] = []
  for (let date = from; date <= until; date = addDays(date, 1)) dates.push(date)
  return dates
}

/** The marks of registers that count, by pupil. */
export const marksOf = (registers: readonly Register[]): ReadonlyMap<PupilKey, readonly CountedMark[]> => {
  const marks = new Map<PupilKey, CountedMark[]>()
  const of = (pupil: PupilKey): CountedMark[] => {
    const own = marks.get(pupil) ?? []
    if (own.length === 0) marks.set(pupil, own)
    return own
  }
  for (const register of registers) {
    const { date, session } = register
    for (const [pupil, code] of Object.entries(countedCodes(register))) {
      const minutesLate = register.marks[pupil]?.minutesLate
      const mark = { date, session, code, ...(minutesLate === undefined ? {} : { minutesLate }) }
      of(pupil).push(mark)
    }
  }
  return marks
}

/** Every register of a span: one query a day, a few days at a time. `strong` unless told otherwise. */
export const registersBetween = async (
  stores: Pick<Stores, 'registersOn'>,
  academy: string,
  span: Span,
  strong = true,
): Promise<readonly Register[]> => {
  const registers: Register[] = []
  const dates = datesIn(span)
  for (let first = 0; first < dates.length; first += DAYS_AT_ONCE) {
    const some = dates.slice(first, first + DAYS_AT_ONCE)
    registers.push(...(await Promise.all(some.map((date) => stores.registersOn(academy, date, strong)))).flat())
  }
  return registers
}

const DAYS_AT_ONCE = 10

/** Everybody's marks of a span. */
export const allMarksBetween = async (
  stores: Pick<Stores, 'registersOn'>,
  academy: string,
  span: Span,
): Promise<ReadonlyMap<PupilKey, readonly CountedMark[]>> => marksOf(await registersBetween(stores, academy, span))

/** One pupil's marks of a span, from the registers of the classes that have marked the pupil; a moment old unless `strong`. */
export const pupilMarksBetween = async (
  stores: Pick<Stores, 'registersOf'>,
  academy: string,
  pupil: PupilKey,
  classIds: readonly string[],
  span: Span,
  strong = false,
): Promise<readonly CountedMark[]> => {
  const registers = await stores.registersOf(academy, [...new Set(classIds)], datesIn(span), strong)
  return marksOf(registers).get(pupil) ?? []
}

/** Classes whose registers may name the pupil: those that have marked the pupil in the year of these counts, and the present one. */
export const classesThatMarked = (
  pupil: Pick<Pupil, 'key' | 'classId'>,
  classes: readonly ClassTally[],
): readonly string[] => [
  pupil.classId,
  ...classes.filter(({ pupils, past }) => pupil.key in pupils || pupil.key in past).map(({ classId }) => classId),
]
