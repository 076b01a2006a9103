/** What a kind of report is: one file that writes it, and one line in the list. */
import type { StaffRole } from '../people.ts'
import type { Result } from '../result.ts'
import type { ReportFacts } from './facts.ts'
import type { Report } from './report.ts'

export interface Asked {
  /** The class that a sheet is about. */
  readonly classId?: string
}

export interface ReportKind {
  readonly title: string
  /** What it is for, in a sentence. */
  readonly says: string
  /** Who may read it. A teacher reads only what is about a class of their own. */
  readonly readers: readonly StaffRole[]
  /** What it is about beside the school: one class, or the open cases. */
  readonly about?: 'class' | 'cases'
  /** Says nothing of any other day than the last date counted, so that no other is read for it. */
  readonly isOfOneDay?: true
  /** Writes it of the school year to the last date counted; a refusal where that cannot be. */
  write(facts: ReportFacts, asked: Asked): Result<Report>
}

export const STAFF: readonly StaffRole[] = ['office', 'lead', 'head', 'dsl']

/** What every report says of its figures. */
export const HOW_COUNTED: readonly string[] = [
  'A session is half a school day. Attendance is sessions attended of sessions possible; sessions that were not possible, such as a closure, and registers that never came are in neither.',
  'The figure of a group is the sum of its pupils’ sessions, never a mean of their percentages.',
  'Persistently absent: 10% or more of a pupil’s own possible sessions missed. Severely absent: 50% or more. These are the Department’s definitions.',
  'Pupils who have left count up to the day they left.',
]
