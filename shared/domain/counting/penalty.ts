/**
 * Unauthorised sessions towards the national threshold for considering a penalty notice: 10 within 10 school weeks, any mix of G, N, O
 * and U, across terms and school years. Source: "Working together to improve school attendance", national framework (August 2024).
 * Meeting it means that the school must consider a notice, never that one is due.
 */
import { isCompulsoryAge } from '../ages.ts'
import { CODES } from '../codes.ts'
import { type LocalDate, mondayOf } from '../time.ts'
import type { CountedMark } from './tally.ts'

export interface PenaltyRule {
  /** Sessions at which a notice must be considered. */
  readonly sessions: number
  /** School weeks of the rolling window, the week of the last session included. */
  readonly weeks: number
  /** Sessions at which people are told that the threshold is near. */
  readonly warnAt: number
}

/** The first window that meets the threshold, or the fullest one when none does. */
export interface PenaltyCount {
  readonly sessions: number
  /** Mondays of the first and the last school week of the window. */
  readonly from?: LocalDate
  readonly until?: LocalDate
  /** Sessions still `N`: never referred while there is one. */
  readonly unresolved: readonly CountedMark[]
  /** `met`: a person must consider a notice · `waiting`: met, but an N has to be resolved first · `near`: early warning · `below` */
  readonly standing: 'met' | 'waiting' | 'near' | 'below'
}

const BELOW: PenaltyCount = { sessions: 0, unresolved: [], standing: 'below' }

/**
 * Counts one pupil's marks in the ten school weeks that end with each week of an unauthorised session. `weeks` are the Mondays of this
 * school's weeks with at least one session, in order, holidays left out. Sessions before or after compulsory school age never count.
 * Whole weeks are counted, as authorities do. The window that matters is the last one that meets the threshold.
 */
export const penaltyCount = (
  marks: readonly CountedMark[],
  weeks: readonly LocalDate[],
  dateOfBirth: LocalDate,
  rule: PenaltyRule,
): PenaltyCount => {
  const counting = marks.filter(({ code, date }) => CODES[code].penalty && isCompulsoryAge(dateOfBirth, date))
  const position = new Map(weeks.map((week, index) => [week, index]))
  const placed = counting.flatMap((mark) => {
    const week = position.get(mondayOf(mark.date))
    return week === undefined ? [] : [{ mark, week }]
  })
  const windows = [...new Set(placed.map(({ week }) => week))]
    .toSorted((one, other) => one - other)
    .map((last) => {
      const first = Math.max(0, last - rule.weeks + 1)
      const within = placed.filter(({ week }) => first <= week && week <= last).map(({ mark }) => mark)
      return { first, last, within }
    })
  const best =
    windows.findLast(({ within }) => within.length >= rule.sessions) ??
    windows.toSorted((one, other) => other.within.length - one.within.length)[0]
  if (best === undefined) return BELOW
  const from = weeks[best.first]
  const until = weeks[best.last]
  const unresolved = best.within.filter(({ code }) => code === 'N')
  return {
    sessions: best.within.length,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    unresolved,
    standing: standingOf(best.within.length, unresolved.length, rule),
  }
}

const standingOf = (sessions: number, unresolved: number, rule: PenaltyRule): PenaltyCount['standing'] => {
  if (sessions >= rule.sessions) return unresolved > 0 ? 'waiting' : 'met'
  return sessions >= rule.warnAt ? 'near' : 'below'
}
