/** Which marks a figure is about: the year to date, a term, any two dates, and never a day on which the pupil was not on the roll. */
import type { Calendar } from '../calendar.ts'
import { schoolYearOf } from '../calendar.ts'
import { onRoll } from '../people.ts'
import { addDays, type LocalDate } from '../time.ts'
import type { CountedMark } from './tally.ts'

/** Two dates, both included. */
export interface Span {
  readonly from: LocalDate
  readonly until: LocalDate
}

export interface Enrolment {
  readonly admitted: LocalDate
  readonly left?: LocalDate
}

/** The school year that a date is in, up to that date. */
export const yearToDate = (date: LocalDate): Span => ({ from: schoolYearOf(date), until: date })

/** The last date of the school year that begins on a date of `schoolYearOf`. */
export const endOfYear = (year: LocalDate): LocalDate => addDays(`${Number(year.slice(0, 4)) + 1}-09-01`, -1)

/** The term of the school's own calendar that a date is in; the span between terms belongs to none. */
export const termSpan = (calendar: Calendar, date: LocalDate): Span | undefined =>
  calendar.terms.find((term) => term.from <= date && date <= term.until)

/**
 * The marks of one enrolment within a span. Marks before the starting day or after the leaving day never count, whatever a file said:
 * an earlier school's sessions are that school's (DfE methodology, 1.5).
 */
export const marksWithin = (marks: readonly CountedMark[], span: Span, enrolment: Enrolment): readonly CountedMark[] =>
  marks.filter(({ date }) => span.from <= date && date <= span.until && onRoll(enrolment, date))
