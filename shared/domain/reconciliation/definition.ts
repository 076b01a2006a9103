/**
 * What a figure counts. The school's, the Department's and the governors' figures answer one question under different definitions; another
 * report's, of an older system or by hand, may differ in each of these.
 */
import { isStatisticalAge } from '../ages.ts'
import type { Code } from '../codes.ts'
import { type CountedMark, NO_SESSIONS, type Tally, tallyOfCode } from '../counting/tally.ts'
import { type Enrolment, marksWithin, type Span } from '../counting/window.ts'
import type { PupilKey } from '../people.ts'
import { addDays, type LocalDate, mondayOf } from '../time.ts'

export interface Definition {
  readonly window: Span
  /** Pupils who had left by the end of the question: in it to their last day, or not at all. */
  readonly leavers: 'counted' | 'left-out'
  /** `5-15`: aged so on 31 August before the school year. */
  readonly ages: 'all' | '5-15'
  /** An agreed part-time timetable: an authorised absence, or no possible session. */
  readonly c2: 'absence' | 'left-out'
  /** X, not required to attend, and Y1 to Y7, unable to: no possible session, or an authorised absence. */
  readonly x: 'absence' | 'left-out'
  readonly y: 'absence' | 'left-out'
  /** Decimals of the percentage that is shown. */
  readonly decimals: 1 | 2
}

/** One enrolment in the question. Of somebody who has left the roll's file the dates may not be known. */
export interface Counted {
  readonly key: PupilKey
  readonly marks: readonly CountedMark[]
  readonly enrolment?: Enrolment
  readonly dateOfBirth?: LocalDate
}

/** The law's own: SI 2024/208 regulation 10 Tables 1 to 3. */
const BY_LAW = { c2: 'absence', x: 'left-out', y: 'left-out' } as const

/** Everybody on the roll, leavers to their last day: every figure that Firstbell shows. */
export const schoolDefinition = (window: Span): Definition => ({
  ...BY_LAW,
  window,
  leavers: 'counted',
  ages: 'all',
  decimals: 1,
})

/** The first full week of a school year: its first Monday on or after 1 September. */
const firstFullWeek = (date: LocalDate): LocalDate => {
  const monday = mondayOf(date)
  return monday === date ? date : addDays(monday, 7)
}

/**
 * The Department's published headline: ages 5 to 15, from the first full week of the school year, two decimals. Source: DfE, pupil
 * attendance in schools: methodology; pupil absence statistics: methodology, 1.4 and 4.4.
 */
export const departmentDefinition = (window: Span, year: LocalDate): Definition => {
  const begins = firstFullWeek(year)
  return {
    ...schoolDefinition({ ...window, from: window.from < begins ? begins : window.from }),
    ages: '5-15',
    decimals: 2,
  }
}

/** The governors' report is about the term in which the question ends. */
export const governorsDefinition = (window: Span, term: Span | undefined): Definition =>
  schoolDefinition(term && term.from > window.from ? { ...window, from: term.from } : window)

const NOT_ATTENDED: Tally = { ...NO_SESSIONS, possible: 1, authorised: 1 }

const tallyOfMark = (code: Code, { c2, x, y }: Definition): Tally => {
  if (code === 'C2') return c2 === 'absence' ? NOT_ATTENDED : NO_SESSIONS
  if (code === 'X') return x === 'absence' ? NOT_ATTENDED : NO_SESSIONS
  if (code.startsWith('Y')) return y === 'absence' ? NOT_ATTENDED : NO_SESSIONS
  const { possible, attended, authorised, unauthorised } = tallyOfCode(code)
  return { ...NO_SESSIONS, possible, attended, authorised, unauthorised }
}

/** What one enrolment adds to a figure of this definition. `asOf`: the end of the question, by which somebody is a leaver or not. */
export const countUnder = (
  { marks, enrolment, dateOfBirth }: Counted,
  definition: Definition,
  asOf: LocalDate,
): Tally => {
  const { window, leavers, ages } = definition
  const isLeaver = enrolment === undefined || (enrolment.left !== undefined && enrolment.left < asOf)
  if (isLeaver && leavers === 'left-out') return NO_SESSIONS
  // Whose age nobody knows any more stays in: leaving them out would be a guess.
  if (ages === '5-15' && dateOfBirth !== undefined && !isStatisticalAge(dateOfBirth, asOf)) return NO_SESSIONS
  const ever = enrolment ?? { admitted: window.from }
  const sum = { possible: 0, attended: 0, authorised: 0, unauthorised: 0, late: 0 }
  for (const { code } of marksWithin(marks, window, ever)) {
    const one = tallyOfMark(code, definition)
    sum.possible += one.possible
    sum.attended += one.attended
    sum.authorised += one.authorised
    sum.unauthorised += one.unauthorised
  }
  return sum
}
