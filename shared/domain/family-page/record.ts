/** A child's record as a parent reads it: the days missed, the newest first, and what the school wrote down for each. */
import { CODES, type Code, type Session } from '../codes.ts'
import { daysOf } from '../counting/rate.ts'
import { absentIn, type CountedMark, tallyOf } from '../counting/tally.ts'
import { reasonOf } from '../letters/sessions-missed.ts'
import type { LocalDate } from '../time.ts'

export interface MissedDay {
  readonly date: LocalDate
  readonly when: Session | 'day'
  /** The register's words; nothing of what anybody said, as another parent may have said it. */
  readonly says: string
  readonly agreed: boolean
}

export interface FamilyRecord {
  readonly since: LocalDate
  /** As a family counts: `6½`. */
  readonly days: string
  readonly late: number
  readonly missed: readonly MissedDay[]
}

const isMissed = ({ code }: CountedMark): boolean => absentIn(tallyOf([{ code }])) > 0

const missedOn = (date: LocalDate, marks: readonly CountedMark[]): readonly MissedDay[] => {
  const day = (when: MissedDay['when'], code: Code): MissedDay => ({
    date,
    when,
    says: reasonOf(code),
    agreed: CODES[code].category === 'authorised',
  })
  const [first, second] = marks.toSorted((one, other) => (one.session < other.session ? -1 : 1))
  if (first === undefined) return []
  if (second?.code === first.code) return [day('day', first.code)]
  return [first, ...(second ? [second] : [])].map(({ session, code }) => day(session, code))
}

/** `marks` are those that count, of one pupil since `since`. */
export const recordOf = (marks: readonly CountedMark[], since: LocalDate): FamilyRecord => {
  const tally = tallyOf(marks)
  const days = [...Map.groupBy(marks.filter(isMissed), ({ date }) => date)]
  return {
    since,
    days: daysOf(absentIn(tally)),
    late: tally.late,
    missed: days
      .toSorted(([one], [other]) => (one < other ? 1 : -1))
      .flatMap(([date, missed]) => missedOn(date, missed)),
  }
}
