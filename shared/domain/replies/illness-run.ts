/**
 * How many school days of illness would stand in a row, were a report believed: those it speaks of with those that stand beside them already,
 * whoever authorised them. A policy that lets a text authorise three days does not let two texts authorise six.
 */
import { addDays, type LocalDate } from '../time.ts'

export interface Span {
  readonly from: LocalDate
  /** The last day, counted. */
  readonly until: LocalDate
}

/** No holiday is longer: beyond it two illnesses are two. */
const FARTHEST_DAYS = 60

type Asked = (date: LocalDate) => boolean

/** The school days next to a date, in one direction, nearest first. */
const schoolDaysFrom = (date: LocalDate, step: 1 | -1, isSchoolDay: Asked, most: number): readonly LocalDate[] => {
  const found: LocalDate[] = []
  for (let away = 1; away <= FARTHEST_DAYS && found.length < most; away++) {
    const day = addDays(date, step * away)
    if (isSchoolDay(day)) found.push(day)
  }
  return found
}

/** The school days to look at: as many as the policy allows on either side, as one more is too many anyhow. */
export const schoolDaysBeside = ({ from, until }: Span, isSchoolDay: Asked, most: number): readonly LocalDate[] => [
  ...schoolDaysFrom(from, -1, isSchoolDay, most),
  ...schoolDaysFrom(until, 1, isSchoolDay, most),
]

const untilWell = (days: readonly LocalDate[], isIll: Asked): number => {
  const well = days.findIndex((day) => !isIll(day))
  return well === -1 ? days.length : well
}

/** School days in a row, with the report's own, looking at `most` on either side. `isIll`: an authorised illness stands on that day. */
export const illnessInARow = (span: Span, isSchoolDay: Asked, isIll: Asked, most: number): number => {
  let own = 0
  for (let day = span.from; day <= span.until; day = addDays(day, 1)) if (isSchoolDay(day)) own++
  const beside = ([-1, 1] as const).map((step) =>
    untilWell(schoolDaysFrom(step === -1 ? span.from : span.until, step, isSchoolDay, most), isIll),
  )
  return beside.reduce((sum, days) => sum + days, own)
}
