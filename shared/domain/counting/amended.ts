/** Whose marks of days gone by count otherwise than they did, since some date: what was told of them may not be what the registers say. */
import type { Code } from '../codes.ts'
import type { PupilKey } from '../people.ts'
import type { LocalDate } from '../time.ts'
import { NO_SESSIONS, saysTheSame, type Tally, tallyOfCode } from './tally.ts'

/** By pupil, the earliest date of a mark that counts otherwise. */
export type Amended = Readonly<Record<PupilKey, LocalDate>>

/** Pupils' marks of one session that count; absent where there is none. */
export type Codes = Readonly<Record<PupilKey, Code>>

const tallyOfMark = (code: Code | undefined): Tally => (code === undefined ? NO_SESSIONS : tallyOfCode(code))

/** Everybody of whom either of several has a date, with the earliest. */
export const earliestOf = (all: readonly Amended[]): Amended => {
  const dates: Record<PupilKey, LocalDate> = {}
  for (const amended of all)
    for (const [pupil, date] of Object.entries(amended)) {
      const known = dates[pupil]
      if (known === undefined || date < known) dates[pupil] = date
    }
  return dates
}

/** The pupils of whom marks of a date became others that count otherwise; of being on time no letter tells. */
export const amendedOn = (date: LocalDate, was: Codes, is: Codes): Amended =>
  Object.fromEntries(
    Object.keys({ ...was, ...is })
      .filter((pupil) => !saysTheSame(tallyOfMark(was[pupil]), tallyOfMark(is[pupil])))
      .map((pupil) => [pupil, date]),
  )

export const isNobody = (amended: Amended): boolean => Object.keys(amended).length === 0
