/** What a letter to a parent is asked for with: the order, and what is needed to write it. */
import type { Policy } from '../../../academies/policy.ts'
import type { Code, Session } from '../codes.ts'
import type { Pupil, PupilKey } from '../people.ts'
import type { LocalDate, LocalTime } from '../time.ts'

/** `stage-1`, `stage-2`, `attend-meeting`, `leave-granted`, `leave-refused`, `notice-to-improve`, `traffic-light` or `full-attendance`. */
export type LetterKind = keyof Policy['letters']['release']

/**
 * Sessions of one pupil from `from` to `until`, counted as the law counts: `possible` = `attended` + `authorised` + `unauthorised`.
 * A letter says these and never counts again.
 */
export interface AttendanceFigures {
  readonly from: LocalDate
  readonly until: LocalDate
  readonly possible: number
  readonly attended: number
  readonly authorised: number
  readonly unauthorised: number
}

/** One session that a pupil missed, and the code it stood under when the figures were counted. */
export interface MissedSession {
  readonly date: LocalDate
  readonly session: Session
  readonly code: Code
}

/** When and where the family is invited to an ATTEND meeting. */
export interface Meeting {
  /** The meeting's own, in the family's attendance case. */
  readonly id?: string
  readonly date: LocalDate
  readonly time: LocalTime
  readonly place: string
}

/** The time a notice to improve gives, and what must have happened by its end. */
export interface Improvement {
  readonly from: LocalDate
  readonly until: LocalDate
  /** Unauthorised sessions allowed in that time. */
  readonly mostUnauthorised: number
  /** What was done to help, as the family may read it: one sentence each. */
  readonly support: readonly string[]
}

/**
 * Write to the parents of one pupil. The same kind in the same cycle is one letter to each, however often it is ordered. `missed` holds
 * exactly the sessions that the figures count as missed.
 */
export interface LetterOrder {
  readonly kind: LetterKind
  readonly pupil: PupilKey
  /** The academic year, and within it the crossing or the term: `2025-26`, `2025-26-2`, `2026-spring`. */
  readonly cycle: string
  readonly figures: AttendanceFigures
  readonly missed: readonly MissedSession[]
  /** Needed by `stage-2` and `attend-meeting`. */
  readonly meeting?: Meeting
  /** Needed by `leave-granted` and `leave-refused`: the first and the last day it is about. */
  readonly leave?: { readonly from: LocalDate; readonly until: LocalDate }
  /** Needed by `notice-to-improve`. */
  readonly improve?: Improvement
  /** As a sentence says it, `the autumn term`; needed by `traffic-light` and `full-attendance`. */
  readonly term?: string
}

/** The parent a letter is addressed to, as their own contact record gives it. Nothing of anybody else. */
export interface Addressee {
  readonly contactId: string
  readonly name: string
  /** Street to town, the postcode apart. */
  readonly address: readonly string[]
  readonly postcode: string
}

/** Everything one letter is written from. The same matter gives the same letter, to the byte. */
export interface LetterMatter {
  readonly order: LetterOrder
  readonly pupil: Pick<Pupil, 'forename' | 'surname' | 'preferredName'>
  readonly to: Addressee
  /** The name under the letter; its title alone when the school names nobody. */
  readonly signedBy?: string
  /** The date at its head. */
  readonly date: LocalDate
  /** What the school calls it on the telephone. */
  readonly reference: string
  /** Where this parent can read the child's record, and until when; where letters carry no such address, nothing. */
  readonly page?: { readonly address: string; readonly until: LocalDate }
}
