/**
 * Who will cross a line within some school weeks if it goes on as in the last ones, and until when that can still be avoided. Whole numbers
 * throughout, so that a governor can follow it with a pencil: what was missed of the last sessions is taken to be missed of the next.
 */
import { isBelow, isPersistentlyAbsent } from '../counting/boundaries.ts'
import { absentIn, type Tally } from '../counting/tally.ts'
import { inPerCent } from '../reports/words.ts'
import { type LocalDate, spokenDate } from '../time.ts'

export interface LineAhead {
  readonly name: string
  readonly isCrossed: (tally: Tally) => boolean
}

/** The lines of a policy, and the Department's persistent absence, which is not the same as below 90%. */
export const linesAhead = (thresholds: { readonly warning: number; readonly stage1: number }): readonly LineAhead[] => [
  { name: `below ${thresholds.warning}%`, isCrossed: (tally) => isBelow(tally, thresholds.warning) },
  { name: `below ${thresholds.stage1}%`, isCrossed: (tally) => isBelow(tally, thresholds.stage1) },
  { name: 'persistently absent', isCrossed: isPersistentlyAbsent },
]

export interface Ahead {
  readonly line: string
  /** The school day at the end of which the line is crossed, if it goes on so. */
  readonly on: LocalDate
  /** The last school day up to which it can be avoided by missing nothing more. */
  readonly avoidableUntil: LocalDate
  /** Sessions that may still be missed of all those ahead without crossing the line at their end. */
  readonly mayMiss: number
  /** The arithmetic, step by step. */
  readonly says: readonly string[]
}

/** A tally after some school days of two sessions, so many of them missed. */
const after = (tally: Tally, days: number, sessionsMissed: number): Tally => ({
  ...tally,
  possible: tally.possible + 2 * days,
  attended: tally.attended + 2 * days - sessionsMissed,
  authorised: tally.authorised,
  unauthorised: tally.unauthorised + sessionsMissed,
})

const sums = (tally: Tally): string =>
  `${tally.attended} of ${tally.possible} sessions attended is ${inPerCent(tally.attended, tally.possible)}`

/**
 * Looks ahead for one pupil and one line. `recent` is the tally of the last school weeks, `days` the school days ahead in order, `today` the
 * last day counted. Nothing for whoever has crossed the line already, missed nothing lately, or does not reach it in time.
 */
export const lookAhead = (
  year: Tally,
  recent: Tally,
  days: readonly LocalDate[],
  today: LocalDate,
  line: LineAhead,
): Ahead | undefined => {
  if (recent.possible === 0 || line.isCrossed(year)) return undefined
  const missedBy = (count: number): number => Math.floor((absentIn(recent) * 2 * count) / recent.possible)
  const index = days.findIndex((_day, at) => line.isCrossed(after(year, at + 1, missedBy(at + 1))))
  const on = days[index]
  if (on === undefined) return undefined
  const crossed = after(year, index + 1, missedBy(index + 1))
  const all = 2 * days.length
  let mayMiss = 0
  while (mayMiss < all && !line.isCrossed(after(year, days.length, mayMiss + 1))) mayMiss++
  const avoidableUntil = days[index - 1] ?? today
  return {
    line: line.name,
    on,
    avoidableUntil,
    mayMiss,
    says: [
      `${sums(year)}.`,
      `Of the last ${recent.possible} sessions ${absentIn(recent)} were missed.`,
      `At that rate ${missedBy(index + 1)} of the ${2 * (index + 1)} sessions up to ${spokenDate(on)} are missed: ${sums(crossed)}, ${line.name}.`,
      `It can be avoided up to ${spokenDate(avoidableUntil)}, by missing nothing more from then.`,
      `Of the ${all} sessions of the school weeks ahead ${mayMiss} may be missed without it.`,
    ],
  }
}
