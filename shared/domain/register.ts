/** A register: one class, one session, and the marks in it. */
import type { Code, Session } from './codes.ts'
import type { PupilKey } from './people.ts'
import type { Instant, LocalDate, LocalTime } from './time.ts'

/**
 * Who put a mark there. It decides who may change it: a teacher's N never replaces a mark from `known`, `arrival` or `office`.
 * `close` is the N that the register's closing gives an unmarked pupil.
 */
export type MarkSource = 'teacher' | 'office' | 'known' | 'arrival' | 'close' | 'import' | 'closure'

export interface Mark {
  readonly code: Code
  readonly source: MarkSource
  /** Whole minutes after the register opened, on `L` and `U`. */
  readonly minutesLate?: number
  readonly note?: string
  /** A code agreed here that the school's own system says too: nobody has to enter it there any more. */
  readonly inMis?: true
}

export interface Register {
  readonly classId: string
  readonly date: LocalDate
  readonly session: Session
  /** Counts every save; 0 has never been saved. */
  readonly version: number
  readonly submitted: boolean
  /** When it was first submitted. */
  readonly submittedAt?: Instant
  /** The time of the facts in it: the save, or the timestamp that the school's own system gave them. */
  readonly asOf: Instant
  /** When somebody here last changed single marks of it, in which it may be newer than `asOf`. */
  readonly amendedAt?: Instant
  readonly marks: Readonly<Record<PupilKey, Mark>>
  /** Who signed out in this session and has not come back in it: the local time they left. Their marks stand. */
  readonly left?: Readonly<Record<PupilKey, LocalTime>>
}

/**
 * The code of an arrival. Times compare by the minute: to the opening time present, then `L` until the register closes, then `U`.
 * Source: SI 2024/208 regulation 10 Tables 1 and 3; minutes late count from the opening time.
 */
export const arrivalMark = (
  session: Session,
  at: LocalTime,
  times: { opens: LocalTime; closes: LocalTime },
  lateMinutes: (from: LocalTime, to: LocalTime) => number,
): Mark => {
  if (at <= times.opens) return { code: session === 'AM' ? '/' : '\\', source: 'arrival' }
  const minutesLate = lateMinutes(times.opens, at)
  return { code: at <= times.closes ? 'L' : 'U', source: 'arrival', minutesLate }
}
