/** Which N have run out of time, and which are about to: a register's, at the end of a date. */
import type { Calendar, Closure } from '../calendar.ts'
import { closedCode } from '../calendar.ts'
import { markedAgain } from '../mark-again.ts'
import type { PupilKey } from '../people.ts'
import type { Mark, Register } from '../register.ts'
import type { LocalDate } from '../time.ts'
import { schoolDaysSince } from './unresolved.ts'

export interface UnresolvedRule {
  /** School days after the session within which the reason is established; the law allows five. */
  readonly schoolDays: number
  /** School days after which people are asked for the reason. */
  readonly remindFrom: number
}

/** Facts of the school as they are known now: an INSET day put in late moves every limit that lies behind it. */
export interface SchoolDays {
  readonly calendar: Calendar
  readonly closures: readonly Closure[]
}

/** How long the N of a register have stood at the end of a date. N of a session that was no school wait for a person, and never run out. */
export const standingOfN = (
  register: Register,
  endOf: LocalDate,
  rule: UnresolvedRule,
  { calendar, closures }: SchoolDays,
): 'overdue' | 'remind' | 'fresh' => {
  const { date, session } = register
  if (closedCode(calendar, closures, date, session, register) !== undefined) return 'fresh'
  const since = schoolDaysSince(calendar, closures, date, endOf)
  if (since >= rule.schoolDays) return 'overdue'
  return since >= rule.remindFrom ? 'remind' : 'fresh'
}

/** Pupils who hold N in a register that is in. */
export const unresolvedIn = (register: Register): readonly PupilKey[] =>
  register.submitted
    ? Object.entries(register.marks)
        .filter(([, mark]) => mark.code === 'N')
        .map(([pupil]) => pupil)
    : []

/** The register with every N become O, and whose they were. Source: SI 2024/208 regulation 10(9). */
export const withOForN = (
  register: Register,
): { readonly register: Register; readonly pupils: readonly PupilKey[] } => {
  const pupils = unresolvedIn(register)
  const settled: Readonly<Record<PupilKey, Mark>> = Object.fromEntries(
    // As the office would give it: an N that another system repeats does not undo it, and that system is told.
    pupils.map((pupil) => [pupil, markedAgain(register.marks[pupil], { code: 'O', source: 'office' })]),
  )
  return { register: { ...register, version: register.version + 1, marks: { ...register.marks, ...settled } }, pupils }
}
