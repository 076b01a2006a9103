/**
 * What may have to be returned to the local authority, counted so that a person can decide. Nothing here sends or deletes anything.
 * Source: SI 2024/208 regulation 13, and what authorities ask: a continuous ten school days of G, N, O and U; fifteen days of illness.
 */
import { isCompulsoryAge } from '../ages.ts'
import { CODES } from '../codes.ts'
import type { LocalDate } from '../time.ts'
import type { CountedMark } from './tally.ts'

/** A run of school days without one attended session. Holidays and weekends neither break it nor count. */
export interface AbsentRun {
  readonly from: LocalDate
  readonly until: LocalDate
  readonly days: number
  /** Days in the run on which no attendance was possible, such as a snow day: not counted, and for a person to weigh. */
  readonly neutral: readonly LocalDate[]
}

const isUnauthorised = ({ code }: CountedMark): boolean => CODES[code].penalty === true
const isNeutral = ({ code }: CountedMark): boolean => ['not-possible', 'administrative'].includes(CODES[code].category)

type DayStands = 'counts' | 'neutral' | 'breaks'

/** A day counts when every session that was possible is unauthorised; one attended or authorised session breaks the run. */
const standsAs = (sessions: readonly CountedMark[]): DayStands => {
  if (sessions.every(isNeutral)) return 'neutral'
  return sessions.every((mark) => isUnauthorised(mark) || isNeutral(mark)) ? 'counts' : 'breaks'
}

const byDay = (marks: readonly CountedMark[]): readonly (readonly [LocalDate, readonly CountedMark[]])[] =>
  [...Map.groupBy(marks, ({ date }) => date)].toSorted(([one], [other]) => one.localeCompare(other))

/**
 * The runs of unauthorised absence in a pupil's marks, in order; days before or after compulsory school age break none and count in none.
 * U counts, as the code table of the return has it: a child who comes after close and stays breaks the run by the other session.
 */
export const unauthorisedRuns = (marks: readonly CountedMark[], dateOfBirth: LocalDate): readonly AbsentRun[] => {
  const runs: AbsentRun[] = []
  let run: AbsentRun | undefined
  for (const [date, sessions] of byDay(marks.filter(({ date }) => isCompulsoryAge(dateOfBirth, date)))) {
    const stands = standsAs(sessions)
    if (stands === 'breaks') {
      if (run) runs.push(run)
      run = undefined
    } else if (stands === 'counts') {
      run = run ? { ...run, until: date, days: run.days + 1 } : { from: date, until: date, days: 1, neutral: [] }
    } else if (run) run = { ...run, neutral: [...run.neutral, date] }
  }
  return run ? [...runs, run] : runs
}

/** The run that still goes on at the end of the marks and is long enough for the attendance return, if there is one. */
export const continuousAbsence = (
  marks: readonly CountedMark[],
  dateOfBirth: LocalDate,
  days: number,
): AbsentRun | undefined => unauthorisedRuns(marks, dateOfBirth).findLast((run) => run.days >= days)

/** Sessions of illness in the school year, for a pupil of compulsory school age. Fifteen days, together or not, are thirty. */
export const illSessions = (marks: readonly CountedMark[], dateOfBirth: LocalDate): number =>
  marks.filter(({ code, date }) => code === 'I' && isCompulsoryAge(dateOfBirth, date)).length

/** So many days of illness are reached: a person decides whether the school believes that a sickness return is due. */
export const isSicknessTripwire = (marks: readonly CountedMark[], dateOfBirth: LocalDate, days: number): boolean =>
  illSessions(marks, dateOfBirth) >= days * 2
