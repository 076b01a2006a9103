/** The pupils of the sample school, their marks, and what the marks come to when they are counted by hand. */
import { addDays, weekday } from '../../../shared/domain/time.ts'
import type { Counts } from './said.ts'

export interface SamplePupil {
  readonly id: string
  readonly forename: string
  readonly surname: string
  readonly sex: 'F' | 'M'
  readonly year: string
  /** The class at the end; who has left the file is in none. */
  readonly class: string | undefined
  /** The class until the new roll. */
  readonly before: string
  readonly born: string
  readonly admitted: string
  readonly left?: string
  readonly fsm: boolean
  readonly eal: boolean
  readonly sen: '' | 'K' | 'E'
  readonly lookedAfter: boolean
}

export interface SampleMark {
  readonly pupil: SamplePupil
  readonly date: string
  readonly session: 'AM' | 'PM'
  readonly class: string
  readonly code: string
  readonly minutesLate: string
}

export const YEAR_FROM = '2025-09-01'
/** The first day on which the new roll holds: one pupil has left its file, one is in another class. */
export const NEW_ROLL = '2026-01-19'
export const UNTIL = '2026-01-23'

const days = (from: string, until: string): readonly string[] => {
  const all: string[] = []
  for (let date = from; date <= until; date = addDays(date, 1)) if (weekday(date) <= 5) all.push(date)
  return all
}
/** Two school weeks before Christmas and three after it; the first Monday of the term is no school day. */
export const DAYS = [...days('2025-12-08', '2025-12-19'), ...days('2026-01-06', UNTIL)]

const CLASSES = [
  ['RA', 'R', '2021-06-01'],
  ['2B', '2', '2019-03-04'],
  ['4C', '4', '2017-05-04'],
  ['6D', '6', '2015-01-09'],
] as const
const IN_A_CLASS = 7
const NAMES = ['Ada', 'Ben', 'Cai', 'Dee', 'Eve', 'Fay', 'Gus']

const pupilOf = (nth: number): SamplePupil => {
  const [name, year, born] = CLASSES[Math.floor(nth / IN_A_CLASS)] ?? CLASSES[0]
  return {
    id: `P${String(nth + 1).padStart(2, '0')}`,
    forename: NAMES[nth % IN_A_CLASS] ?? '',
    surname: `${['Ash', 'Birch', 'Cedar', 'Damson'][Math.floor(nth / IN_A_CLASS)]}`,
    sex: nth % 2 === 0 ? 'F' : 'M',
    year,
    class: name,
    before: name,
    born,
    admitted: '2021-09-02',
    fsm: nth % 3 === 0,
    eal: nth % 4 === 1,
    sen: nth % 5 === 0 ? 'K' : nth % 7 === 3 ? 'E' : '',
    lookedAfter: nth % 6 === 4,
  }
}

/** Who is otherwise than the rest. */
const OTHERWISE: Readonly<Record<string, Partial<SamplePupil>>> = {
  /** Reception, with an agreed half day: X, because not of compulsory school age. */
  P01: { admitted: '2025-09-02' },
  /** Joined in January. */
  P07: { admitted: '2026-01-12' },
  /** Left in January, and the roll's file says so. */
  P14: { left: '2026-01-14' },
  /** Moves from 4C to 2B. */
  P20: { class: '2B' },
  /** Is in the file no more. */
  P21: { class: undefined },
}

export const PUPILS: readonly SamplePupil[] = Array.from({ length: CLASSES.length * IN_A_CLASS }, (_, nth) => {
  const pupil = pupilOf(nth)
  return { ...pupil, ...OTHERWISE[pupil.id] }
})

const isThere = ({ id, admitted, left }: SamplePupil, date: string): boolean =>
  admitted <= date && (left === undefined || date <= left) && !(id === 'P21' && date >= NEW_ROLL)

/** What each is marked with on a day, the morning and the afternoon. */
const marksOf = ({ id }: SamplePupil, nth: number, date: string): readonly [string, string] => {
  const is = (...pupils: readonly string[]) => pupils.includes(id)
  if (is('P01')) return ['/', 'X']
  // Part-time by agreement, of compulsory school age.
  if (is('P12') && date >= '2026-01-05') return ['/', 'C2']
  // Taught elsewhere two days a week.
  if (is('P16') && nth % 5 < 2) return ['D', 'D']
  if (is('P09') && nth % 9 === 0) return ['Y1', 'Y1']
  if (is('P15') && nth % 6 === 0) return ['V', 'P']
  if (is('P18') && date === '2026-01-22') return ['N', '\\']
  if (is('P22', 'P23', 'P24') && nth % 6 === 2) return ['O', 'O']
  if (is('P25') && nth % 2 === 0) return ['I', 'I']
  if (is('P17', 'P18', 'P19') && nth % 5 === 4) return ['I', 'I']
  if (is('P10', 'P03', 'P04') && nth % 7 === 3) return ['G', 'G']
  if (is('P05') && nth % 4 === 1) return ['L', '\\']
  if (is('P26') && nth % 8 === 1) return ['U', '\\']
  if (is('P21') && nth % 4 === 0) return ['O', '\\']
  if (is('P14') && nth % 3 === 0) return ['/', 'M']
  if (is('P07') && nth % 3 === 0) return ['E', 'E']
  if (is('P02') && date < '2026-01-01' && nth % 2 === 0) return ['I', 'I']
  return ['/', '\\']
}

export const MARKS: readonly SampleMark[] = DAYS.flatMap((date, nth) =>
  PUPILS.filter((pupil) => isThere(pupil, date)).flatMap((pupil) =>
    marksOf(pupil, nth, date).map((code, half): SampleMark => {
      const session = half === 0 ? 'AM' : 'PM'
      const className = date < NEW_ROLL ? pupil.before : (pupil.class ?? pupil.before)
      return { pupil, date, session, class: className, code, minutesLate: code === 'L' || code === 'U' ? '12' : '' }
    }),
  ),
)

/** The mark that is amended after it was counted, by the API: all that was counted must follow. */
export const AMENDED = { id: 'P24', date: '2026-01-08', session: 'AM', was: 'O', now: 'I' } as const

/** The marks as they are at the end. */
export const STANDING: readonly SampleMark[] = MARKS.map((mark) =>
  mark.pupil.id === AMENDED.id && mark.date === AMENDED.date && mark.session === AMENDED.session
    ? { ...mark, code: AMENDED.now }
    : mark,
)

/** The table of the law, written out by hand: SI 2024/208, regulation 10. */
const ATTENDED = ['/', '\\', 'L', 'K', 'V', 'P', 'W', 'B']
const AUTHORISED = ['C', 'C1', 'C2', 'E', 'I', 'J1', 'M', 'R', 'S', 'T']
const UNAUTHORISED = ['G', 'N', 'O', 'U']

export const countByHand = (marks: readonly Pick<SampleMark, 'code'>[]): Required<Counts> => {
  const among = (codes: readonly string[]) => marks.filter(({ code }) => codes.includes(code)).length
  const [attended, authorised, unauthorised] = [ATTENDED, AUTHORISED, UNAUTHORISED].map(among) as [
    number,
    number,
    number,
  ]
  return {
    possible: attended + authorised + unauthorised,
    attended,
    authorised,
    unauthorised,
    late: among(['L', 'U']),
  }
}
