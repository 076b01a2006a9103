/** Calls to the absence line while they last, and for the days in which a transcript may still come. */
import type { Transcripts } from '../domain/line/account.ts'
import type { CallState, Move } from '../domain/line/call.ts'
import type { Instant, LocalDate } from '../domain/time.ts'

export interface LineCall {
  /** The telephone network's own id of the call. */
  readonly id: string
  readonly academy: string
  readonly version: number
  /** E.164; absent when it was withheld. */
  readonly from?: string
  readonly began: Instant
  /** The first day that a report of this call speaks of. */
  readonly about: LocalDate
  readonly state: CallState
  /** What was said at each step, so that a step asked for again is answered again and does nothing. */
  readonly moves: readonly Move[]
  readonly transcripts: Transcripts
}

export interface LineStore {
  /** A call, strongly read; `undefined` when it never began or was cleared away after some days. */
  call(academy: string, id: string): Promise<LineCall | undefined>
  /** Keeps a call as the version after `expected` (0 when it begins). `stale`: another delivery of the same step won. */
  keepCall(call: LineCall, expected: number): Promise<'kept' | 'stale'>
}
