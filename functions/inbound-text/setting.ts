/** When and where an answer is heard: the academy, its day, and the rules that hold on it. */
import type { Calendar, Closure } from '../../shared/domain/calendar.ts'
import type { Instant, LocalDate } from '../../shared/domain/time.ts'
import type { PolicyVersion } from '../../shared/ports/stores.ts'

export interface Setting {
  readonly academy: string
  readonly date: LocalDate
  readonly now: Instant
  readonly version: PolicyVersion
  readonly calendar: Calendar
  readonly closures: readonly Closure[]
}
