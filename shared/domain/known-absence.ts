/** What is known ahead of or during the day about a pupil's absence, and which sessions it speaks of. */
import { CODES, type Code, type Session } from './codes.ts'
import type { PupilKey } from './people.ts'
import type { Mark } from './register.ts'
import type { Instant, LocalDate } from './time.ts'

/**
 * A reason for an absence: leave, an appointment, an illness with dates, a family's word without a decision. With a code it pre-marks
 * the registers it covers; without one the pupil is N and reported: nobody is texted, and the school still owes the code.
 */
export interface KnownAbsence {
  readonly id: string
  readonly pupil: PupilKey
  readonly from: LocalDate
  readonly until: LocalDate
  readonly sessions: readonly Session[]
  readonly code?: Code
  /** What the family said, in their words. */
  readonly words?: string
  /** The nature of the provision, activity or cause, where the code needs one and it is not what the family said. */
  readonly note?: string
  readonly by: string
  readonly at: Instant
}

/** Those that speak of a pupil's session, in the order given: the one recorded last first. */
export const covering = (
  known: readonly KnownAbsence[],
  pupil: PupilKey,
  date: LocalDate,
  session: Session,
): readonly KnownAbsence[] =>
  known.filter(
    (absence) =>
      absence.pupil === pupil && absence.from <= date && date <= absence.until && absence.sessions.includes(session),
  )

/** The note a mark carries into the register: where its code needs one, and nowhere else. Source: SI 2024/208 regulation 10. */
export const noteOf = (code: Code, words: string | undefined): Pick<Mark, 'note'> =>
  CODES[code].needsNote === undefined || words === undefined ? {} : { note: words }

/** The mark that a session is pre-marked with, by the reason recorded last that has a code. */
export const premarkOf = (
  known: readonly KnownAbsence[],
  pupil: PupilKey,
  date: LocalDate,
  session: Session,
): Mark | undefined => {
  const found = covering(known, pupil, date, session).find(({ code }) => code !== undefined)
  return found?.code && { code: found.code, source: 'known', ...noteOf(found.code, found.note ?? found.words) }
}
