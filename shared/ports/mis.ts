/** The school's own system behind an interface: who is on its roll, what it says of sessions, and codes written back to it. */
import type { Code, Session } from '../domain/codes.ts'
import type { Instant, LocalDate } from '../domain/time.ts'

/** One row of one of our files, by our columns. */
export type MisRow = Readonly<Record<string, string>>

export interface MisSchool {
  readonly roll: readonly MisRow[]
  readonly contacts: readonly MisRow[]
}

/** A mark to be written; `pupilId` is the id that the system itself gave. */
export interface MisMark {
  readonly pupilId: string
  readonly date: LocalDate
  readonly session: Session
  readonly code: Code
  readonly minutesLate?: number
  readonly comment?: string
}

/** `refused`: the system says what is wrong; `unknown`: the code is none of that school's. */
export type WrittenBack =
  | { readonly outcome: 'written'; readonly reference: string }
  | { readonly outcome: 'refused'; readonly why: string }

export interface Mis {
  /** Everybody on the roll, with their contacts. Throws when no whole answer comes. */
  school(): Promise<MisSchool>
  /** Marks that changed since an instant, as rows of our marks file. Throws when no whole answer comes. */
  marksSince(since: Instant): Promise<readonly MisRow[]>
  /** Writes marks, all or none. Throws when it cannot be known whether they were written. */
  write(marks: readonly MisMark[]): Promise<WrittenBack>
}
