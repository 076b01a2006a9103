/** What a school before this one said of a pupil's attendance: shown beside the pupil's own figures, never added to them. */
import type { Instant, LocalDate } from '../time.ts'

/** Marks from a date on, morning and afternoon in turn, `#` where there was no school; codes as that school wrote them. */
export interface EarlierMarks {
  readonly from: LocalDate
  readonly marks: readonly string[]
}

/** One school year at one school. */
export interface EarlierYear {
  /** The year as that school gives it: `2025` is the school year that ends in 2025. */
  readonly year: string
  /** Local authority and establishment, 3 and 4 digits. */
  readonly authority: string
  readonly establishment: string
  readonly school?: string
  readonly possible: number
  readonly attended: number
  readonly authorised: number
  readonly unauthorised: number
  readonly sessions: readonly EarlierMarks[]
  /** The time of the facts in the file. */
  readonly asOf: Instant
}

/** What tells one year of one school from the others of a pupil. */
export const earlierId = ({
  year,
  authority,
  establishment,
}: Pick<EarlierYear, 'year' | 'authority' | 'establishment'>): string => `${year}-${authority}${establishment}`

/** The file says the same of the year; when it was made does not matter. */
export const saysTheSame = ({ asOf: _one, ...one }: EarlierYear, { asOf: _other, ...other }: EarlierYear): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

const CODE = /^([A-Z]\d?|[/\\#@&*-])$/

/**
 * The marks of an AttendanceMarks element. Since CTF 24 they stand with commas between, so that codes of two characters fit;
 * before they were an unbroken string of one character each. `undefined` when something in it is no mark.
 */
export const readEarlierMarks = (text: string, version: number | undefined): readonly string[] | undefined => {
  const bare = text.replaceAll(/\s+/g, '').toUpperCase()
  if (bare === '') return []
  const hasCommas = bare.includes(',') || (version !== undefined && version >= 24)
  const marks = hasCommas ? bare.split(',').map((mark) => mark || '-') : [...bare]
  return marks.every((mark) => CODE.test(mark)) ? marks : undefined
}

/** How often each code was given; sessions without a mark or without school are left out. */
export const codesIn = (year: Pick<EarlierYear, 'sessions'>): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const mark of year.sessions.flatMap(({ marks }) => marks))
    if (mark !== '#' && mark !== '-') counts[mark] = (counts[mark] ?? 0) + 1
  return Object.fromEntries(Object.entries(counts).toSorted(([one], [other]) => one.localeCompare(other)))
}
