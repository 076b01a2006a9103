/**
 * Of one date, the absences that the law counts: unauthorised ones towards a penalty notice and the attendance return, illness towards the
 * sickness return. A small extract of the date's registers, so that a night can count ten school weeks without reading every mark.
 */
import { CODES, type Code, type Session } from '../codes.ts'
import type { PupilKey } from '../people.ts'
import type { Register } from '../register.ts'
import type { LocalDate } from '../time.ts'
import { countedCodes } from './class-tally.ts'
import type { CountedMark } from './tally.ts'

export interface ListedAbsence {
  readonly pupil: PupilKey
  readonly session: Session
  readonly code: Code
}

/** A date on which registers were taken, and who was absent so; a date without such a list was no school. */
export interface AbsenceDay {
  readonly date: LocalDate
  readonly absences: readonly ListedAbsence[]
}

/** G, N, O and U count towards a notice; I towards the sickness return. */
export const isListed = (code: Code): boolean => CODES[code].penalty === true || code === 'I'

/** What a register adds to its date's list, in the order of the pupils' keys. */
export const listedIn = (register: Register | undefined): readonly ListedAbsence[] =>
  Object.entries(countedCodes(register))
    .filter(([, code]) => isListed(code))
    .map(([pupil, code]) => ({ pupil, session: register?.session ?? 'AM', code }))
    .toSorted((one, other) => (one.pupil < other.pupil ? -1 : 1))

/** Both versions of a register list the same: nothing has to be written. */
export const listsTheSame = (was: Register | undefined, is: Register): boolean =>
  JSON.stringify(listedIn(was)) === JSON.stringify(listedIn(is))

/** Every pupil's listed marks over some dates. */
export const marksOfDays = (days: readonly AbsenceDay[]): ReadonlyMap<PupilKey, readonly CountedMark[]> => {
  const marks = new Map<PupilKey, CountedMark[]>()
  for (const { date, absences } of days) {
    for (const { pupil, session, code } of absences) {
      const own = marks.get(pupil) ?? []
      own.push({ date, session, code })
      marks.set(pupil, own)
    }
  }
  return marks
}
