/** A task: something a person must do, with a doer, a due time and an outcome. */
import type { TextRecord } from './absence.ts'
import type { Session } from './codes.ts'
import type { PupilKey, StaffRole } from './people.ts'
import type { Instant, LocalDate } from './time.ts'

export const TASK_KINDS = [
  'missing-register',
  'call',
  'visit',
  'confirm-reply',
  'brake',
  'referral',
  'wider-search',
  'late-sweep',
  'uncertain-text',
  'safeguarding',
  'tell-agency',
  'welfare-call',
  'provision',
  'unread',
  'unsent-reply',
  'stopped-texts',
  'unknown-number',
  'amend-mark',
  'held-duty',
  'day-end',
  'disputed-mark',
  'put-right',
  'tell-late',
  'hold-review',
  'wrong-number',
  'unresolved-n',
  'letter',
  'tell-warning',
  'persistent-lateness',
  'set-meeting',
  'stage-in-doubt',
  'legal-action',
  'spend',
  'penalty-near',
  'penalty-notice',
  'notice-to-improve',
  'return',
  'attend-panel',
  'attend-meeting',
  'attend-action',
  'leave-request',
  'leave-refused',
  'return-plan',
  'support-answer',
  'closed-day',
  'extract',
  'report',
  'class-talk',
  'class-target',
  'held-batch',
  'visitor-out',
  'seal',
  'erasure',
  'school-system',
] as const
export type TaskKind = (typeof TASK_KINDS)[number]

export interface Task {
  /** Derived from what the task is about, so that raising it twice is raising it once. */
  readonly id: string
  readonly kind: TaskKind
  readonly date: LocalDate
  readonly version: number
  readonly pupils: readonly PupilKey[]
  readonly classId?: string
  readonly session?: Session
  /** The reply, brake or text it is about. */
  readonly about?: string
  readonly raised: Instant
  readonly due: Instant
  readonly doers: readonly StaffRole[]
  readonly urgent: boolean
  readonly state: 'open' | 'done' | 'withdrawn'
  /** A sentence for the doer. No name in it: the list shows the pupils beside it. */
  readonly why: string
  readonly rule: string
  readonly clause: string
  readonly outcome?: { readonly what: string; readonly by: string; readonly at: Instant; readonly note?: string }
  /** Texts to staff about it, in order: who was paged and whether it reached them. */
  readonly pages: Readonly<Record<string, TextRecord>>
}
