/** Finds the same child at the academies of the trust by the unique pupil number, which stands in no key. */
import type { PupilKey } from '../domain/people.ts'
import type { LocalDate } from '../domain/time.ts'

export interface TrustEnrolment {
  readonly academy: string
  readonly pupil: PupilKey
  readonly dateOfBirth: LocalDate
  /** The starting day in that school's admission register. */
  readonly joined: LocalDate
}

export interface EnrolmentStore {
  /** Every enrolment that was kept under this number, of whatever academy. */
  enrolmentsOf(upn: string): Promise<readonly TrustEnrolment[]>
  keepEnrolment(upn: string, enrolment: TrustEnrolment): Promise<void>
  /** Forgets one that was kept under a wrong number. */
  dropEnrolment(upn: string, of: Pick<TrustEnrolment, 'academy' | 'pupil'>): Promise<void>
}
