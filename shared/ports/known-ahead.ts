import type { Closure } from '../domain/calendar.ts'
import type { KnownAbsence } from '../domain/known-absence.ts'
import type { LateOpening } from '../domain/late-opening.ts'

/** What is known of a date and after it before anybody takes a register. */
export interface KnownAhead {
  readonly absences: readonly KnownAbsence[]
  readonly closures: readonly Closure[]
  readonly lateOpenings: readonly LateOpening[]
}
