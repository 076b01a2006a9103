import { schoolYearOf } from '../domain/calendar.ts'
import type { CountedMark } from '../domain/counting/tally.ts'
import { marksWithin, type Span } from '../domain/counting/window.ts'
import type { Pupil } from '../domain/people.ts'
import type { Stores } from '../ports/stores.ts'
import { pupilMarksBetween } from './marks-between.ts'

/** A pupil's marks of a span that count, from the registers of every class that has marked the pupil in its school years. */
export const countedMarksOf = async (
  stores: Pick<Stores, 'registersOf' | 'tallies'>,
  academy: string,
  pupil: Pupil,
  span: Span,
): Promise<readonly CountedMark[]> => {
  const years = [...new Set([schoolYearOf(span.from), schoolYearOf(span.until)])]
  const tallies = (await Promise.all(years.map((year) => stores.tallies(academy, year)))).flat()
  const marking = tallies.filter(({ pupils, past }) => pupil.key in pupils || pupil.key in past)
  const classIds = [pupil.classId, ...marking.map(({ classId }) => classId)]
  return marksWithin(await pupilMarksBetween(stores, academy, pupil.key, classIds, span), span, pupil)
}
