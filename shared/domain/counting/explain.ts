/** "Why is it 91.3%?", answered mark by mark: which sessions count, which do not, and why. */
import { CODES, type Code, type Session } from '../codes.ts'
import type { LocalDate } from '../time.ts'
import { perCent } from './rate.ts'
import { absentIn, type CountedMark, countByCode, type Tally, tallyOf } from './tally.ts'

/** How a session stands in a figure; `no-mark`: nobody took the register, so it is neither attended nor missed. */
export type Standing = 'attended' | 'authorised' | 'unauthorised' | 'not-counted' | 'no-mark'

export interface ExplainedSession {
  readonly date: LocalDate
  readonly session: Session
  readonly code?: Code
  readonly counts: Standing
  readonly why: string
}

export interface Explanation {
  /** The whole sum in one sentence, for a parent on the telephone. */
  readonly sum: string
  readonly byCode: Readonly<Partial<Record<Code, number>>>
  readonly sessions: readonly ExplainedSession[]
}

const STANDING = {
  present: 'attended',
  activity: 'attended',
  authorised: 'authorised',
  unauthorised: 'unauthorised',
  'not-possible': 'not-counted',
  administrative: 'not-counted',
} as const

const OWN_WORDS: Readonly<Partial<Record<Code, string>>> = {
  L: 'Came in late but before the register closed: counts as attended, and as late.',
  U: 'Came in after the register had closed and no other code fits: counts as an unauthorised absence, and as late.',
  C2: 'Agreed part-time timetable: the session was possible and not attended, so it counts as an authorised absence.',
  N: 'No reason is known yet: counts as an unauthorised absence until one is given.',
}

/** Why one code counts as it does, in a sentence that names it. */
export const whyCounts = (code: Code): string => {
  const own = OWN_WORDS[code]
  if (own !== undefined) return own
  const { meaning, category } = CODES[code]
  switch (category) {
    case 'present':
      return `${meaning}: counts as attended.`
    case 'activity':
      return `${meaning}, at an approved activity: counts as attended.`
    case 'authorised':
      return `${meaning}: counts as an authorised absence.`
    case 'unauthorised':
      return `${meaning}: counts as an unauthorised absence.`
    case 'not-possible':
      return `${meaning}: the pupil could not, or need not, attend, so the session is left out.`
    case 'administrative':
      return `${meaning}: no attendance was due, so the session is left out.`
    default:
      return category satisfies never
  }
}

const inOrder = (one: CountedMark, other: CountedMark): number =>
  `${one.date} ${one.session}`.localeCompare(`${other.date} ${other.session}`)

const sessionsOf = (count: number): string => `${count} session${count === 1 ? '' : 's'}`

const sumInWords = (tally: Tally, sessions: number, unmarked: number): string => {
  const rate = perCent(tally.attended, tally.possible)
  const left = sessions - tally.possible
  const beside = [
    ...(left > 0 ? [`${sessionsOf(left)} left out because no attendance was possible or due`] : []),
    ...(unmarked > 0 ? [`${sessionsOf(unmarked)} without a mark: neither attended nor missed`] : []),
  ]
  const rest = beside.length > 0 ? ` ${beside.join('; ')}.` : ''
  if (rate === null) return `No session was possible, so there is no percentage.${rest}`
  return `${tally.attended} attended of ${tally.possible} possible sessions is ${rate}%: ${absentIn(tally)} missed, ${tally.authorised} authorised and ${tally.unauthorised} unauthorised.${rest}`
}

/** Explains a pupil's figure. `unmarked` are sessions of school days, with the pupil on the roll, that have no mark. */
export const explain = (
  marks: readonly CountedMark[],
  unmarked: readonly Pick<CountedMark, 'date' | 'session'>[] = [],
): Explanation => ({
  sum: sumInWords(tallyOf(marks), marks.length, unmarked.length),
  byCode: countByCode(marks),
  sessions: [
    ...marks.toSorted(inOrder).map(({ date, session, code }) => ({
      date,
      session,
      code,
      counts: STANDING[CODES[code].category],
      why: whyCounts(code),
    })),
    ...unmarked.map(({ date, session }) => ({
      date,
      session,
      counts: 'no-mark' as const,
      why: 'The register has no mark for this session: it counts neither as possible nor as missed.',
    })),
  ].toSorted((one, other) => `${one.date} ${one.session}`.localeCompare(`${other.date} ${other.session}`)),
})
