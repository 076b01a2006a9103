/**
 * A mark that was planned before the child went missing says where the child was expected, and not where the child is: a part-time
 * timetable, the other school, a trip or an appointment agreed last week. It is no contact, and leaves the case and the calls as they are.
 */
import type { Code, Session } from './codes.ts'
import { covering, type KnownAbsence } from './known-absence.ts'
import type { PupilKey } from './people.ts'
import type { Mark } from './register.ts'
import type { Instant, LocalDate } from './time.ts'

/** Codes of a timetable, which another system fills in by itself. */
const TIMETABLED: readonly Code[] = ['C2', 'D', 'X']

/** The mark was planned before `since`, when the child went missing. */
export const isPlanned = (
  mark: Mark,
  place: { readonly pupil: PupilKey; readonly date: LocalDate; readonly session: Session },
  known: readonly KnownAbsence[],
  since: Instant,
): boolean => {
  if (mark.source === 'import') return TIMETABLED.includes(mark.code)
  if (mark.source !== 'known') return false
  return !covering(known, place.pupil, place.date, place.session).some(({ at }) => at >= since)
}
