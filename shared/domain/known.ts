/**
 * What is known when Firstbell decides: one academy, one day. Facts only; every rule sees the same ones.
 * A use case loads it, `decide` reads it, nobody changes it.
 */
import type { AbsenceCard, TextKind } from './absence.ts'
import type { MeetingDue } from './attend/attend-case.ts'
import type { RefusedLeave } from './attend/leave.ts'
import type { Calendar, Closure } from './calendar.ts'
import type { Case } from './case.ts'
import type { Code, Session } from './codes.ts'
import type { KnownAbsence } from './known-absence.ts'
import type { LateOpening } from './late-opening.ts'
import type { Pupil, PupilKey, RollEntry, SchoolClass, StaffMember, StoppedTexts } from './people.ts'
import type { Register } from './register.ts'
import type { DueStep } from './stages/steps.ts'
import type { Task } from './task.ts'
import type { Instant, LocalDate } from './time.ts'

/** Say nothing automatic about this child or family until `review`; duties become tasks for one named role. */
export interface Hold {
  readonly pupil: PupilKey
  readonly because: string
  readonly by: string
  readonly at: Instant
  /** The hold is looked at again on this date; it does not end by itself. */
  readonly review: LocalDate
}

/** A held batch of texts: too many at once to be true. */
export interface Brake {
  readonly id: string
  readonly kind: TextKind
  readonly session: Session
  /** The class it holds, or the whole academy. */
  readonly classId?: string
  readonly because: 'class-share' | 'academy-share' | 'closure-day' | 'stale-register'
  readonly pupils: readonly PupilKey[]
  readonly at: Instant
  readonly version: number
  readonly state: 'held' | 'released' | 'refused'
  readonly settled?: { readonly by: string; readonly at: Instant; readonly because: string }
}

/** A text, or a call to the absence line, that came in and waits for, or had, a person's judgement. */
export interface Reply {
  readonly id: string
  /** The day it is kept in: that of the text, or the first day that a report on the absence line speaks of. */
  readonly date: LocalDate
  readonly at: Instant
  readonly version: number
  /** Absent: it came by text. */
  readonly via?: 'line' | 'page'
  /** The sender, when the number belongs to a contact of this academy. */
  readonly contactId?: string
  /** The sender of a text whose number is nobody's: the keyed hash of it, so that what one stranger writes is read together. */
  readonly stranger?: string
  readonly pupils: readonly PupilKey[]
  /** Of the whole of it. */
  readonly reading: ReplyReading
  /** By child, where it says different things of brothers and sisters. */
  readonly readings?: Readonly<Record<PupilKey, ReplyReading>>
  /** Children of whom it answers nothing, where it answers for others. */
  readonly unread?: readonly PupilKey[]
  /** What a person made of it by child, while others of its children still wait. */
  readonly settled?: Readonly<Record<PupilKey, 'confirmed' | 'dismissed'>>
  readonly state: 'proposed' | 'confirmed' | 'dismissed' | 'unread'
  readonly outOfHours: boolean
}

/** What plain rules made of a reply, and the words that led there. */
export interface ReplyReading {
  readonly kind:
    | 'reason'
    | 'stop'
    | 'start'
    | 'danger'
    | 'unclear'
    | 'wrong-number'
    | 'coming'
    | 'elsewhere'
    | 'foreign'
    | 'automatic'
    | 'empty'
  readonly code?: Code
  readonly from?: LocalDate
  readonly until?: LocalDate
  readonly confidence: 'high' | 'low'
  /** The words in the text that led to the reading, as sent. */
  readonly because: readonly string[]
  /** First names found, for telling brothers and sisters apart. */
  readonly named: readonly string[]
}

export interface Known {
  readonly academy: string
  readonly date: LocalDate
  readonly calendar: Calendar
  readonly closures: readonly Closure[]
  /** The morning of this date begins later. */
  readonly lateOpening?: LateOpening
  readonly classes: readonly SchoolClass[]
  readonly registers: readonly Register[]
  /** The roll of each class. */
  readonly rosters: Readonly<Record<string, readonly RollEntry[]>>
  readonly cards: readonly AbsenceCard[]
  /** Everybody the facts of today speak of: absent, late, on a card, in a case. */
  readonly pupils: Readonly<Record<PupilKey, Pupil>>
  readonly cases: readonly Case[]
  /** Those that closed on this date. */
  readonly closedCases: readonly Case[]
  /** Open ones of any date, and today's whatever their state. */
  readonly tasks: readonly Task[]
  readonly brakes: readonly Brake[]
  readonly replies: readonly Reply[]
  readonly holds: readonly Hold[]
  readonly knownAbsences: readonly KnownAbsence[]
  readonly stopped: readonly StoppedTexts[]
  /** Lines of attendance that pupils have crossed, of which the family has not heard yet. */
  readonly due: readonly DueStep[]
  /** ATTEND meetings that are arranged and have no outcome yet. */
  readonly meetings: readonly MeetingDue[]
  /** Days of leave that was refused; also of days to come and just over. */
  readonly refusedLeave: readonly RefusedLeave[]
  readonly staff: readonly StaffMember[]
}
