/**
 * Unauthorised sessions towards the national threshold for considering a penalty notice: 10 within 10 school weeks, any mix of G, N, O
 * and U, across terms and school years. Source: "Working together to improve school attendance", national framework (August 2024).
 * Meeting it means that the school must consider a notice, never that one is due.
 */
import { isCompulsoryAge } from '../ages.ts'
import { CODES } from '../codes.ts'
import { type LocalDate, mondayOf, weekday } from '../time.ts'
import type { CountedMark } from './tally.ts'

export interface PenaltyRule {
  /** Sessions at which a notice must be considered. */
  readonly sessions: number
  /** School weeks of the rolling window, the week of the last session included. */
  readonly weeks: number
  /** Sessions at which people are told that the threshold is near. */
  readonly warnAt: number
  /** `whole-weeks`, as authorities count, unless said otherwise; `any-day`: ten school weeks may begin in the middle of one. */
  readonly window?: 'whole-weeks' | 'any-day'
}

/** The last window that meets the threshold, or the fullest one when none does. */
export interface PenaltyCount {
  readonly sessions: number
  /** The sessions counted, in order. */
  readonly counted: readonly CountedMark[]
  /** Mondays of the first and the last school week of the window. */
  readonly from?: LocalDate
  readonly until?: LocalDate
  /** Sessions still `N`: never referred while there is one. */
  readonly unresolved: readonly CountedMark[]
  /** `met`: a person must consider a notice · `waiting`: met, but an N has to be resolved first · `near`: early warning · `below` */
  readonly standing: 'met' | 'waiting' | 'near' | 'below'
}

const BELOW: PenaltyCount = { sessions: 0, counted: [], unresolved: [], standing: 'below' }

interface Placed {
  readonly mark: CountedMark
  /** School weeks since the first one known. */
  readonly week: number
  /** Days since then, seven to a school week: a holiday between two school weeks is no time. */
  readonly day: number
}

const inOrder = (one: CountedMark, other: CountedMark): number =>
  `${one.date} ${one.session}` < `${other.date} ${other.session}` ? -1 : 1

/** Where each mark lies in school time. A mark of a week that was no school week is left out. */
const placedIn = (marks: readonly CountedMark[], weeks: readonly LocalDate[]): readonly Placed[] => {
  const position = new Map(weeks.map((week, index) => [week, index]))
  return marks.toSorted(inOrder).flatMap((mark) => {
    const week = position.get(mondayOf(mark.date))
    return week === undefined ? [] : [{ mark, week, day: week * 7 + weekday(mark.date) }]
  })
}

/** What lies in the window that ends with a session: the whole school weeks up to its own, or so many to the day. */
const windowUpTo = (last: Placed, placed: readonly Placed[], rule: PenaltyRule): readonly Placed[] =>
  rule.window === 'any-day'
    ? placed.filter(({ day }) => last.day - rule.weeks * 7 < day && day <= last.day)
    : placed.filter(({ week }) => last.week - rule.weeks < week && week <= last.week)

/**
 * Counts one pupil's marks in the ten school weeks that end with each unauthorised session. `weeks` are the Mondays of this school's weeks
 * with at least one session, in order, holidays left out. Sessions before or after compulsory school age never count. The window that
 * matters is the last one that meets the threshold.
 */
export const penaltyCount = (
  marks: readonly CountedMark[],
  weeks: readonly LocalDate[],
  dateOfBirth: LocalDate,
  rule: PenaltyRule,
): PenaltyCount => {
  const placed = placedIn(
    marks.filter(({ code, date }) => CODES[code].penalty && isCompulsoryAge(dateOfBirth, date)),
    weeks,
  )
  const windows = placed.map((last) => windowUpTo(last, placed, rule))
  const best =
    windows.findLast((within) => within.length >= rule.sessions) ??
    windows.toSorted((one, other) => other.length - one.length)[0]
  const last = best?.at(-1)
  if (best === undefined || last === undefined) return BELOW
  const from = weeks[Math.max(0, last.week - rule.weeks + (rule.window === 'any-day' ? 0 : 1))]
  const until = weeks[last.week]
  const counted = best.map(({ mark }) => mark)
  const unresolved = counted.filter(({ code }) => code === 'N')
  return {
    sessions: counted.length,
    counted,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    unresolved,
    standing: standingOf(counted.length, unresolved.length, rule),
  }
}

const standingOf = (sessions: number, unresolved: number, rule: PenaltyRule): PenaltyCount['standing'] => {
  if (sessions >= rule.sessions) return unresolved > 0 ? 'waiting' : 'met'
  return sessions >= rule.warnAt ? 'near' : 'below'
}
