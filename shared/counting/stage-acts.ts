/** What the record says of a night's change to a pupil's stage. */
import { isDeepStrictEqual } from 'node:util'
import type { Policy } from '../../academies/policy.ts'
import type { SchoolDays } from '../domain/counting/settle-unresolved.ts'
import type { PupilKey } from '../domain/people.ts'
import type { StageRecord } from '../domain/stages/stage.ts'
import type { Instant, LocalDate } from '../domain/time.ts'
import type { Act } from '../ports/act.ts'

export const STAGES_GROUND = {
  rule: 'stages',
  clause:
    'Persistent Absentees: a warning text on dropping below one line, the stage 1 letter below the next, stage 2 without improvement. Legal Action',
}

export interface StagesNight {
  readonly academy: string
  readonly now: Instant
  /** The last date that is over. */
  readonly until: LocalDate
  readonly policy: Policy
  readonly policyVersion: string
  readonly school: SchoolDays
  /** Pupils on hold, or with an open case. */
  readonly leftInPeace: ReadonlySet<PupilKey>
}

/** What became of a record, in the timeline's words. */
const kindOf = (was: StageRecord, is: StageRecord): string => {
  if (is.cycle > was.cycle) return 'stage-cycle-ended'
  if (is.sent.length > was.sent.length) return 'stage-sent'
  if (is.waitsSince !== undefined && was.waitsSince === undefined) return 'stage-waits'
  if (is.due && !isDeepStrictEqual(is.due, was.due)) return 'stage-due'
  if (was.due && !is.due) return 'stage-withdrawn'
  if (is.reviewSince !== was.reviewSince) return was.reviewSince ? 'stage-improved' : 'stage-review-began'
  if (is.latenessTold !== was.latenessTold && is.recoveringSince === was.recoveringSince) return 'lateness-told'
  return is.recoveringSince === undefined ? 'stage-fell-back' : 'stage-recovering'
}

export const stageAct = (night: StagesNight, was: StageRecord, is: StageRecord): Act => {
  const step = is.due?.step ?? was.due?.step ?? is.sent.at(-1)?.step
  return {
    ...STAGES_GROUND,
    at: night.now,
    by: 'system',
    kind: kindOf(was, is),
    pupils: [is.pupil],
    policy: night.policyVersion,
    detail: {
      ...(step === undefined ? {} : { step }),
      ...(is.due ? { on: is.due.on, figures: is.due.tally } : {}),
      ...(is.reviewSince === undefined ? {} : { review_since: is.reviewSince }),
      cycle: is.cycle,
    },
  }
}
