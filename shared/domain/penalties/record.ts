/**
 * What is known of one pupil about penalty notices: where the count stands, what was considered and decided, the notices of each parent, and
 * a notice to improve. Kept across school years, because a notice counts for three.
 * Source: "Working together to improve school attendance", national framework for penalty notices (August 2024).
 */
import type { PenaltyCount } from '../counting/penalty.ts'
import type { PupilKey } from '../people.ts'
import type { LocalDate } from '../time.ts'
import type { Consideration } from './consider.ts'
import type { Enrolment } from './enrolment.ts'
import type { ImprovementWindow } from './improve.ts'
import type { ParentNotice } from './ledger.ts'

/** Where the count stood when a night last saw it move. */
export interface PenaltyCase {
  /** The last date counted when the pupil came near: names this matter. */
  readonly since: LocalDate
  readonly standing: Exclude<PenaltyCount['standing'], 'below'>
  readonly sessions: number
  /** Mondays of the first and the last week of the window. */
  readonly from: LocalDate
  readonly until: LocalDate
}

export interface PenaltyRecord {
  readonly pupil: PupilKey
  /** Counts every save; 0 has never been saved. */
  readonly version: number
  /** As the roll had it when the record began: which sessions are of compulsory school age. */
  readonly dateOfBirth: LocalDate
  readonly case?: PenaltyCase
  /** The oldest first; what was undone stays, and says so. */
  readonly considered: readonly Consideration[]
  readonly notices: readonly ParentNotice[]
  readonly improve?: ImprovementWindow
  /** The same child at other schools of the trust. */
  readonly elsewhere?: readonly Enrolment[]
}

export const noPenalties = (pupil: PupilKey, dateOfBirth: LocalDate): PenaltyRecord => ({
  pupil,
  version: 0,
  dateOfBirth,
  considered: [],
  notices: [],
})

const withoutCase = ({ case: _was, ...record }: PenaltyRecord): PenaltyRecord => record

/**
 * The record after a night's count. What no longer meets the line, because marks were amended, is withdrawn; a matter that met the threshold
 * and has not been considered yet stays, although its weeks go by.
 */
export const afterCount = (record: PenaltyRecord, count: PenaltyCount, through: LocalDate): PenaltyRecord => {
  const { standing, sessions, from, until } = count
  if (standing === 'below' || from === undefined || until === undefined) return withoutCase(record)
  const since = record.case?.since ?? through
  const isSame = record.case?.standing === standing && record.case.sessions === sessions && record.case.until === until
  return isSame ? record : { ...record, case: { since, standing, sessions, from, until } }
}
