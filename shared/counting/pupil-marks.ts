import { schoolYearOf } from '../domain/calendar.ts'
import type { ClassTally } from '../domain/counting/class-tally.ts'
import type { CountedMark } from '../domain/counting/tally.ts'
import { type Enrolment, marksWithin, type Span } from '../domain/counting/window.ts'
import type { Pupil, PupilKey } from '../domain/people.ts'
import type { Stores } from '../ports/stores.ts'
import { pupilMarksBetween } from './marks-between.ts'

const classesThatCounted = (pupil: PupilKey, classes: readonly ClassTally[]): readonly string[] =>
  classes.filter(({ pupils, past }) => pupil in pupils || pupil in past).map(({ classId }) => classId)

/** A pupil's marks of a span that count, from the registers of every class that has marked the pupil in its school years. */
export const countedMarksOf = async (
  stores: Pick<Stores, 'registersOf' | 'tallies'>,
  academy: string,
  pupil: Pupil,
  span: Span,
): Promise<readonly CountedMark[]> => {
  const years = [...new Set([schoolYearOf(span.from), schoolYearOf(span.until)])]
  const tallies = (await Promise.all(years.map((year) => stores.tallies(academy, year)))).flat()
  const classIds = [pupil.classId, ...classesThatCounted(pupil.key, tallies)]
  return marksWithin(await pupilMarksBetween(stores, academy, pupil.key, classIds, span), span, pupil)
}

/**
 * A pupil's marks of a span as the year's counts count them: of the classes that have counted the pupil, on the days on which they say that the
 * pupil was on the roll. Read exactly; who has gone off every roll is in it.
 */
export const marksAsCounted = async (
  stores: Pick<Stores, 'registersOf'>,
  academy: string,
  pupil: PupilKey,
  classes: readonly ClassTally[],
  span: Span,
): Promise<readonly CountedMark[]> => {
  const allYear: Enrolment = { admitted: span.from }
  const enrolment = classes.map(({ enrolled }) => enrolled[pupil]).find((dates) => dates !== undefined) ?? allYear
  const marks = await pupilMarksBetween(stores, academy, pupil, classesThatCounted(pupil, classes), span, true)
  return marksWithin(marks, span, enrolment)
}
