/**
 * What a pupil's marks add up to, in whole sessions. Every figure about attendance is made of these few numbers, so that one mark can
 * never count in two ways. Missing marks and the categories "not possible" and "administrative" are in none of them.
 * Source: SI 2024/208 regulation 10 Tables 1 to 3 for each code's category; DfE, pupil absence statistics: methodology, for the sums.
 */
import { ALL_CODES, CODES, type Code, isAttended, isPossible, type Session } from '../codes.ts'
import type { LocalDate } from '../time.ts'

/** One session's mark of one pupil, as far as counting asks. */
export interface CountedMark {
  readonly date: LocalDate
  readonly session: Session
  readonly code: Code
  /** Whole minutes after the register opened, on `L` and `U`. */
  readonly minutesLate?: number
  /** The academy that recorded it, where it is another of the trust. */
  readonly school?: string
}

/**
 * Sessions, two to a school day. `possible` = attended + authorised + unauthorised; `late` counts `L` and `U`, `partTime` counts `C2`, and
 * both are in the others too. No `partTime` is none: few pupils have any.
 */
export interface Tally {
  readonly possible: number
  readonly attended: number
  readonly authorised: number
  readonly unauthorised: number
  readonly late: number
  readonly partTime?: number
}

export const NO_SESSIONS: Tally = { possible: 0, attended: 0, authorised: 0, unauthorised: 0, late: 0 }

const one = (so: boolean): number => (so ? 1 : 0)

/** What one mark adds: nothing when its session is no possible attendance. */
export const tallyOfCode = (code: Code): Tally => ({
  possible: one(isPossible(code)),
  attended: one(isAttended(code)),
  authorised: one(CODES[code].category === 'authorised'),
  unauthorised: one(CODES[code].category === 'unauthorised'),
  late: one(code === 'L' || code === 'U'),
  ...(code === 'C2' ? { partTime: 1 } : {}),
})

const combine =
  (how: (one: number, other: number) => number) =>
  (one: Tally, other: Tally): Tally => {
    const partTime = how(one.partTime ?? 0, other.partTime ?? 0)
    return {
      possible: how(one.possible, other.possible),
      attended: how(one.attended, other.attended),
      authorised: how(one.authorised, other.authorised),
      unauthorised: how(one.unauthorised, other.unauthorised),
      late: how(one.late, other.late),
      ...(partTime === 0 ? {} : { partTime }),
    }
  }

export const addTally = combine((one, other) => one + other)
export const takeTally = combine((one, other) => one - other)

/** The sum of tallies: of a pupil's classes, of a group's pupils. The rate of a group is the rate of its sum, never a mean of rates. */
export const sumOf = (tallies: Iterable<Tally>): Tally => [...tallies].reduce(addTally, NO_SESSIONS)

/** What each code adds, reckoned once: a school's year is some hundred thousand marks. */
const ADDS = new Map(ALL_CODES.map((code) => [code, tallyOfCode(code)]))

/** What marks add up to, in whatever order they come. Each session of a pupil is given once. */
export const tallyOf = (marks: readonly Pick<CountedMark, 'code'>[]): Tally => {
  let [possible, attended, authorised, unauthorised, late, partTime] = [0, 0, 0, 0, 0, 0]
  for (const { code } of marks) {
    const adds = ADDS.get(code) ?? NO_SESSIONS
    possible += adds.possible
    attended += adds.attended
    authorised += adds.authorised
    unauthorised += adds.unauthorised
    late += adds.late
    partTime += adds.partTime ?? 0
  }
  return { possible, attended, authorised, unauthorised, late, ...(partTime === 0 ? {} : { partTime }) }
}

/** A tally after one mark became another; `undefined` is no mark. Exactly what counting everything again would give. */
export const afterChange = (tally: Tally, was: Code | undefined, is: Code | undefined): Tally =>
  addTally(takeTally(tally, was ? tallyOfCode(was) : NO_SESSIONS), is ? tallyOfCode(is) : NO_SESSIONS)

const FIGURES = ['possible', 'attended', 'authorised', 'unauthorised', 'partTime'] as const

/** Both say the same of attendance, as a letter does: whether sessions were on time is not in it. */
export const saysTheSame = (one: Tally, other: Tally): boolean =>
  FIGURES.every((figure) => (one[figure] ?? 0) === (other[figure] ?? 0))

/** Sessions missed: authorised and unauthorised absence. */
export const absentIn = (tally: Tally): number => tally.authorised + tally.unauthorised

/** How often each code stands, for "absence by reason": of the codes that occur, in the order of the national table. */
export const countByCode = (marks: readonly Pick<CountedMark, 'code'>[]): Readonly<Partial<Record<Code, number>>> => {
  const counts = new Map<Code, number>()
  for (const { code } of marks) counts.set(code, (counts.get(code) ?? 0) + 1)
  const order = Object.keys(CODES)
  return Object.fromEntries([...counts].toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b)))
}

/** How often a pupil was late, and the minutes lost where they are known: before the register closed (`L`) and after (`U`). */
export interface Lateness {
  readonly beforeClose: number
  readonly afterClose: number
  readonly minutes: number
}

export const latenessIn = (marks: readonly CountedMark[]): Lateness => ({
  beforeClose: marks.filter(({ code }) => code === 'L').length,
  afterClose: marks.filter(({ code }) => code === 'U').length,
  minutes: marks
    .filter(({ code }) => code === 'L' || code === 'U')
    .reduce((sum, { minutesLate }) => sum + (minutesLate ?? 0), 0),
})
