import type { PupilKey } from '../people.ts'
import type { LocalDate } from '../time.ts'

/** Where else in the trust a child is or was on a roll. */
export interface Enrolment {
  readonly academy: string
  readonly pupil: PupilKey
  /** The starting day in that school's admission register, and in this one's. */
  readonly joined: LocalDate
  readonly joinedHere: LocalDate
}
