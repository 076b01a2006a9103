/**
 * A day that is declared closed after registers were taken on it: an INSET day put into the calendar late, a closure entered the day after.
 * The marks stand until a person says that the school was closed; then they become the code of the closure, and their versions are kept.
 * Source: SI 2024/208 regulation 10 (planned closure `#`, unexpected closure `Y4`); an amendment keeps the original entry.
 */
import { type Calendar, type Closure, closedCode } from './calendar.ts'
import type { Code } from './codes.ts'
import { isEntry } from './one-entry.ts'
import type { PupilKey } from './people.ts'
import type { Mark, Register } from './register.ts'
import { localDate, type Zone } from './time.ts'

export interface SchoolAsKnown {
  readonly calendar: Calendar
  readonly closures: readonly Closure[]
  readonly zone: Zone
}

type ClosedCode = Extract<Code, '#' | 'Y4'>

/** Declared while its own day was running, a closure leaves what was taken that morning as it was: nothing is in conflict. */
const declaredAfter = (register: Register, zone: Zone) => (closure: Closure) =>
  localDate(closure.at, zone) > register.date

/** A mark that counts, and says something else than that the school was closed. */
const contradicts = (register: Register, mark: Mark, code: ClosedCode): boolean =>
  mark.code !== code && mark.code !== '#' && isEntry(register, mark)

/** The code that the register's session has by now, where marks in it say that it was school; nothing where they agree. */
export const closedAfterwards = (register: Register, school: SchoolAsKnown): ClosedCode | undefined => {
  const { calendar, closures, zone } = school
  const late = closures.filter(declaredAfter(register, zone))
  const code = closedCode(calendar, late, register.date, register.session)
  if (code === undefined) return undefined
  return Object.values(register.marks).some((mark) => contradicts(register, mark, code)) ? code : undefined
}

export interface ChangedMark {
  readonly pupil: PupilKey
  readonly was: Code
  readonly now: Code
}

/** The register with the code of the closure for everybody in it, an open N too, and what it changes. */
export const withClosedMarks = (
  register: Register,
  code: ClosedCode,
): { readonly register: Register; readonly changes: readonly ChangedMark[] } => {
  const closed: Mark = { code, source: 'closure' }
  const marks = Object.fromEntries(
    Object.entries(register.marks).map(([pupil, mark]) => [pupil, mark.code === code ? mark : closed] as const),
  )
  const changes = Object.entries(register.marks)
    .filter(([, mark]) => mark.code !== code)
    .map(([pupil, mark]) => ({ pupil, was: mark.code, now: code }))
  return { register: { ...register, version: register.version + 1, marks }, changes }
}
