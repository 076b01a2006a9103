/**
 * A whole trust's attendance: its academies' sessions added up, and then divided. A mean of the academies' rates would let a school of sixty
 * weigh as much as one of a thousand. Source: DfE, pupil absence statistics: methodology, 3.1 (sums of numerators over sums of denominators).
 */
import { type GroupFigures, NO_FIGURES } from './group.ts'
import { addTally } from './tally.ts'
import type { Span } from './window.ts'

/** One academy's figures, each against its own line of attendance, over the dates that they are of. */
export interface AcademyFigures {
  readonly academy: string
  readonly span: Span
  readonly figures: GroupFigures
}

export interface TrustFigures {
  /** In the order of the academies' names; one in which no session was possible is in it with nought. */
  readonly academies: readonly AcademyFigures[]
  /** Enrolments and sessions of all: a pupil who moved within the trust is one enrolment at each, with the sessions of each. */
  readonly trust: GroupFigures
  /** From the first date to the last of any academy; absent when there is no academy. */
  readonly span?: Span
  /** The academies are counted to different dates, so that some days are in the sum for some of them only. */
  readonly isUneven: boolean
}

/** Figures of two groups that share no enrolment, as figures of both. */
const addFigures = (one: GroupFigures, other: GroupFigures): GroupFigures => ({
  pupils: one.pupils + other.pupils,
  tally: addTally(one.tally, other.tally),
  persistent: one.persistent + other.persistent,
  severe: one.severe + other.severe,
  belowLine: one.belowLine + other.belowLine,
  persistentlyLate: one.persistentlyLate + other.persistentlyLate,
})

/** The trust from its academies, in whatever order they come. */
export const trustFigures = (given: readonly AcademyFigures[]): TrustFigures => {
  const academies = given.toSorted((one, other) => (one.academy < other.academy ? -1 : 1))
  const from = academies.map(({ span }) => span.from).toSorted()
  const until = academies.map(({ span }) => span.until).toSorted()
  const [first] = from
  const last = until.at(-1)
  return {
    academies,
    trust: academies.reduce((sum, { figures }) => addFigures(sum, figures), NO_FIGURES),
    ...(first === undefined || last === undefined ? {} : { span: { from: first, until: last } }),
    isUneven: new Set(from).size > 1 || new Set(until).size > 1,
  }
}
