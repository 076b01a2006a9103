/** What a played year sent and asked, one line each, in an order that does not hang on which of two things of one moment was written first. */
import { whatOf } from '../../shared/rehearsal/happened.ts'
import type { TimelineLine } from '../timeline.ts'

export interface Happened {
  readonly at: string
  /** `text unreported`, `task call`, `letter stage-1`, `case opened`. */
  readonly what: string
  readonly pupils: readonly string[]
}

export const happenedIn = (lines: readonly TimelineLine[]): readonly Happened[] =>
  lines
    .flatMap((line) => {
      const what = whatOf(line)
      return what === undefined ? [] : [{ at: line.at, what, pupils: line.pupils }]
    })
    .toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
