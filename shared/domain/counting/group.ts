/** A class, a year, a group of pupils, an academy or the Trust: one enrolment is one pupil at one academy. */
import { isBelow, isPersistentlyAbsent, isSeverelyAbsent } from './boundaries.ts'
import { NO_SESSIONS, sumOf, type Tally } from './tally.ts'

export interface GroupFigures {
  /** Enrolments with at least one possible session: only these are in any figure. */
  readonly pupils: number
  /** The sum of all of them; the group's rate is the rate of this. */
  readonly tally: Tally
  /** Enrolments persistently and severely absent by the Department's definition. */
  readonly persistent: number
  readonly severe: number
  /** Enrolments below the school's own line. */
  readonly belowLine: number
  /** Enrolments late so often that the school looks at why. */
  readonly persistentlyLate: number
}

export const NO_FIGURES: GroupFigures = {
  pupils: 0,
  tally: NO_SESSIONS,
  persistent: 0,
  severe: 0,
  belowLine: 0,
  persistentlyLate: 0,
}

/**
 * Figures of a group from the tallies of its pupils, against the school's line in per cent and its number of late arrivals.
 * Source: DfE methodology, 3.1 and 3.2.2.
 */
export const groupFigures = (tallies: readonly Tally[], line: number, lateEvery: number): GroupFigures => {
  const counted = tallies.filter(({ possible }) => possible > 0)
  return {
    pupils: counted.length,
    tally: sumOf(counted),
    persistent: counted.filter(isPersistentlyAbsent).length,
    severe: counted.filter(isSeverelyAbsent).length,
    persistentlyLate: counted.filter(({ late }) => late >= lateEvery).length,
    belowLine: counted.filter((tally) => isBelow(tally, line)).length,
  }
}
