/** The order for a notice to improve, from a pupil's marks as they are now, and the time it gives. */
import type { Policy } from '../../../academies/policy.ts'
import { type Calendar, schoolDaysAfter, schoolYearOf } from '../calendar.ts'
import type { CountedMark } from '../counting/tally.ts'
import type { Span } from '../counting/window.ts'
import type { ImprovementWindow } from '../penalties/improve.ts'
import type { PenaltyRecord } from '../penalties/record.ts'
import type { LocalDate } from '../time.ts'
import type { LetterOrder } from './letter.ts'
import { letterCycle, stageOrder } from './stage-order.ts'

/**
 * The time that a notice given today allows: it begins when the letter has had time to arrive, and has so many school days.
 * Source: authorities give three to six school weeks; the framework leaves it to them.
 */
export const improvementTime = (
  { penalties: { improve } }: Policy,
  calendar: Calendar,
  today: LocalDate,
): Pick<ImprovementWindow, 'from' | 'until' | 'mostUnauthorised'> => {
  const from = schoolDaysAfter(calendar, today, improve.startsAfterSchoolDays)
  return {
    from,
    until: schoolDaysAfter(calendar, from, improve.schoolDays - 1),
    mostUnauthorised: improve.mostUnauthorised,
  }
}

/** `2025-26-n1`: notices to improve of a school year are numbered, those that were taken back among them. */
export const noticeCycle = ({ considered }: PenaltyRecord, date: LocalDate): string => {
  const year = schoolYearOf(date)
  const before = considered.filter(({ decision, at }) => decision === 'notice-to-improve' && at.slice(0, 10) >= year)
  return `${letterCycle({ year, cycle: 0 })}-n${before.length + 1}`
}

/** `marks`: the pupil's marks of the span. The same figures and sessions as any letter, with the time and the help. */
export const improveOrder = (
  record: PenaltyRecord,
  marks: readonly CountedMark[],
  span: Span,
  time: Pick<ImprovementWindow, 'from' | 'until' | 'mostUnauthorised'>,
  support: readonly string[],
  today: LocalDate,
): LetterOrder => {
  const year = schoolYearOf(span.until)
  const order = stageOrder('stage-1', { pupil: record.pupil, year, cycle: 0 }, marks, span)
  return { ...order, kind: 'notice-to-improve', cycle: noticeCycle(record, today), improve: { ...time, support } }
}
