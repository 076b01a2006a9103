import type { Sweep } from '../../academies/policy.ts'
import type { Instant } from '../domain/time.ts'

/** One-off alarms. Setting one that is already set changes nothing. */
export interface Timers {
  /** Have the academy's day looked at again at this instant, to the minute. */
  lookAt(academy: string, at: Instant): Promise<void>
}

/** One-off sweeps, beside those of the timetable. Setting one that is already set changes nothing. */
export interface SweepTimers {
  /** Have the academy's sweep run at this instant, to the minute. */
  sweepAt(academy: string, sweep: Sweep, at: Instant): Promise<void>
}
