import type { Instant } from '../domain/time.ts'

/** One-off alarms. Setting one that is already set changes nothing. */
export interface Timers {
  /** Have the academy's day looked at again at this instant, to the minute. */
  lookAt(academy: string, at: Instant): Promise<void>
}
