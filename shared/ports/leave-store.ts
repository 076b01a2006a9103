/** Requests for leave of absence in the record. */
import type { LeaveRequest } from '../domain/attend/leave.ts'
import type { PupilKey } from '../domain/people.ts'
import type { Act } from './act.ts'

export interface LeaveStore {
  leaveRequest(academy: string, pupil: PupilKey, id: string): Promise<LeaveRequest | undefined>
  /** Every request about a pupil, whatever became of it. */
  leaveRequestsOf(academy: string, pupil: PupilKey): Promise<readonly LeaveRequest[]>
  /** Saves a request as the version after its own, together with the days of it that stand refused. */
  saveLeaveRequest(academy: string, request: LeaveRequest, act: Act): Promise<'saved' | 'stale'>
}
