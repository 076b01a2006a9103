/**
 * A case: a run of school days without contact, walking the ladder of the policy. Contact made closes it; nothing less does.
 * The next unexplained day opens a new case at day 1. A case closed by mistake is opened again the same day where it stood.
 */
import type { PupilKey } from './people.ts'
import type { Instant, LocalDate } from './time.ts'

export interface TakenStep {
  /** Which day of the case, 1 is the first. */
  readonly day: number
  readonly step: string
  readonly at: Instant
  readonly how: 'due' | 'skipped' | 'held' | 'advanced'
  readonly because?: string
}

export interface Visit {
  readonly at: Instant
  readonly by: string
  /** The number printed on the calling card that was left. */
  readonly card?: string
  readonly childSeen: boolean
  readonly spokeTo?: string
  readonly note?: string
}

export interface Case {
  readonly caseId: string
  readonly pupil: PupilKey
  readonly opened: LocalDate
  readonly version: number
  /** The school days without contact, in order. Their number is the day of the ladder. */
  readonly days: readonly LocalDate[]
  readonly steps: readonly TakenStep[]
  readonly visits: readonly Visit[]
  /** `on` is the local date of the closing. */
  readonly closed?: { readonly at: Instant; readonly on: LocalDate; readonly by: string; readonly because: string }
}
