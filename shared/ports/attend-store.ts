/** Attendance cases in the record. */
import type { AttendCase } from '../domain/attend/attend-case.ts'
import type { PupilKey } from '../domain/people.ts'
import type { LocalDate } from '../domain/time.ts'
import type { Act } from './act.ts'

export interface AttendStore {
  /** The open case of a pupil, strongly read unless told otherwise. */
  attendCase(academy: string, pupil: PupilKey, strong?: boolean): Promise<AttendCase | undefined>
  /** Every open case of the academy; a moment old. */
  openAttendCases(academy: string): Promise<readonly AttendCase[]>
  /** A pupil's closed cases, newest first; a moment old. */
  closedAttendCases(academy: string, pupil: PupilKey): Promise<readonly AttendCase[]>
  /** Pupils in whose cases an action was due by a date and nobody has been asked about it; a moment old. */
  attendToChase(academy: string, until: LocalDate): Promise<readonly PupilKey[]>
  /**
   * Saves a case as the version after its own, together with the meeting that the day must know of; one that is closed comes to rest.
   * `stale`: somebody saved meanwhile, or the pupil has an open case already.
   */
  saveAttendCase(academy: string, aCase: AttendCase, act: Act): Promise<'saved' | 'stale'>
}
