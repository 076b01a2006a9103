/**
 * The national attendance and absence codes in force from 19 August 2024, as data.
 * Source: School Attendance (Pupil Registration) (England) Regulations 2024 (SI 2024/208), regulation 10, Tables 1 to 3, and
 * "Working together to improve school attendance", chapter on the contents of the attendance register.
 */
import type { LocalDate } from './time.ts'

export type Session = 'AM' | 'PM'

/** attending | approved educational activity | authorised absence | unauthorised absence | not a possible attendance | administrative */
export type Category = 'present' | 'activity' | 'authorised' | 'unauthorised' | 'not-possible' | 'administrative'

export interface CodeMeaning {
  readonly code: Code
  readonly meaning: string
  readonly category: Category
  /** The only session the code may stand in; both when absent. */
  readonly only?: Session
  /** A note must be given with it (regulation 10: the nature of the provision, activity or cause). */
  readonly needsNote?: string
  /** Only for pupils of compulsory school age, or only for those outside it. */
  readonly age?: 'compulsory' | 'non-compulsory'
  /** Counts towards the national penalty-notice threshold and the continuous-absence return. */
  readonly penalty?: true
  /** Set by the system or the calendar for everybody, never picked for one pupil. */
  readonly wholeSchool?: true
  /** Only for a child who is not on the roll yet, so no mark of a register. */
  readonly beforeRoll?: true
  /** Year groups that may hold it, where the law narrows it. */
  readonly years?: readonly string[]
}

const define = <const T extends Record<string, Omit<CodeMeaning, 'code'>>>(table: T): T => table

const TABLE = define({
  '/': { meaning: 'Present (AM)', category: 'present', only: 'AM' },
  '\\': { meaning: 'Present (PM)', category: 'present', only: 'PM' },
  L: { meaning: 'Late, before the register closed', category: 'present' },
  K: {
    meaning: 'Education arranged by the local authority',
    category: 'activity',
    needsNote: 'the nature of the provision',
  },
  V: { meaning: 'Educational visit or trip', category: 'activity' },
  P: { meaning: 'Sporting activity', category: 'activity' },
  W: { meaning: 'Work experience', category: 'activity', years: ['10', '11'] },
  B: { meaning: 'Other approved educational activity', category: 'activity', needsNote: 'the nature of the activity' },
  D: { meaning: 'Dual registered, due at the other school', category: 'not-possible' },
  C1: { meaning: 'Regulated performance or employment abroad', category: 'authorised' },
  M: { meaning: 'Medical or dental appointment', category: 'authorised' },
  J1: { meaning: 'Interview', category: 'authorised' },
  S: { meaning: 'Study leave', category: 'authorised' },
  X: {
    meaning: 'Not of compulsory school age and not required to attend',
    category: 'not-possible',
    age: 'non-compulsory',
  },
  C2: { meaning: 'Part-time timetable', category: 'authorised', age: 'compulsory' },
  C: { meaning: 'Leave for exceptional circumstances', category: 'authorised' },
  T: { meaning: 'Parent travelling for occupational purposes', category: 'authorised' },
  R: { meaning: 'Religious observance', category: 'authorised' },
  I: { meaning: 'Illness', category: 'authorised' },
  E: { meaning: 'Suspended or excluded, no alternative provision made', category: 'authorised' },
  Q: { meaning: 'No access arrangements by the local authority', category: 'not-possible' },
  Y1: { meaning: 'Transport normally provided is not available', category: 'not-possible' },
  Y2: { meaning: 'Widespread disruption to travel', category: 'not-possible' },
  Y3: { meaning: 'Part of the premises closed', category: 'not-possible' },
  Y4: { meaning: 'Whole site unexpectedly closed', category: 'not-possible', wholeSchool: true },
  Y5: { meaning: 'Criminal justice detention', category: 'not-possible' },
  Y6: { meaning: 'Public health guidance or law', category: 'not-possible' },
  Y7: { meaning: 'Any other unavoidable cause', category: 'not-possible', needsNote: 'the cause' },
  G: { meaning: 'Holiday not granted', category: 'unauthorised', penalty: true },
  N: { meaning: 'Reason not yet established', category: 'unauthorised', penalty: true },
  O: { meaning: 'Absent in other or unknown circumstances', category: 'unauthorised', penalty: true },
  U: { meaning: 'Arrived after registration closed', category: 'unauthorised', penalty: true },
  Z: { meaning: 'Prospective pupil, not on the admission register', category: 'administrative', beforeRoll: true },
  '#': { meaning: 'Planned whole-school closure', category: 'administrative', wholeSchool: true },
})

export type Code = keyof typeof TABLE

/** Absent, and nobody has said why: what is followed up. `O` is what `N` becomes when no reason comes. */
export const isUnexplained = (code: Code): boolean => code === 'N' || code === 'O'

export const CODES: Readonly<Record<Code, CodeMeaning>> = Object.fromEntries(
  Object.entries(TABLE).map(([code, rest]) => [code, { code, ...rest }]),
) as unknown as Record<Code, CodeMeaning>

export const ALL_CODES = Object.keys(CODES) as readonly Code[]

/** The present code of a session: `/` in the morning, `\` in the afternoon (Table 1). */
export const presentCode = (session: Session): Code => (session === 'AM' ? '/' : '\\')

/** Counts in the denominator. Missing marks, categories "not possible" and "administrative" never do. */
export const isPossible = (code: Code): boolean => !['not-possible', 'administrative'].includes(CODES[code].category)

/** Counts as attended: present or at an approved educational activity. */
export const isAttended = (code: Code): boolean => ['present', 'activity'].includes(CODES[code].category)

/** The pupil was on the school's own site for some of the session: `/`, `\`, `L` and `U`. */
export const isOnSite = (code: Code): boolean => CODES[code].category === 'present' || code === 'U'

/** The reason of one pupil's absence: not that the pupil came, nor that nothing is known, nor what holds for everybody at once. */
export const isReason = (code: Code): boolean =>
  CODES[code].category !== 'present' &&
  !CODES[code].wholeSchool &&
  !CODES[code].beforeRoll &&
  !['U', 'N'].includes(code)

/** Reads a code as people type it: trimmed, upper case; `undefined` when it is none of the national codes. */
export const readCode = (text: string): Code | undefined => {
  const code = text.trim().toUpperCase()
  return code in CODES ? (code as Code) : undefined
}

/** Codes that ended on 18 August 2024, each with what replaced it; history before that date may hold them. */
export const RETIRED_CODES: Readonly<Record<string, { until: LocalDate; instead: string }>> = {
  H: { until: '2024-08-18', instead: 'C when leave was granted for exceptional circumstances, otherwise G' },
  J: { until: '2024-08-18', instead: 'J1' },
  Y: { until: '2024-08-18', instead: 'Q, or Y1 to Y7 by cause' },
  F: { until: '2024-08-18', instead: 'C or G' },
}
