/**
 * Marks that cannot be: refused with the reason and what to do, before anything is saved.
 * Source: SI 2024/208 regulation 10 Tables 1 to 3 and regulation 11(6); what each code needs is in `codes.ts`.
 */
import { isCompulsoryAge } from './ages.ts'
import { CODES, type Code, presentCode, RETIRED_CODES, readCode, type Session } from './codes.ts'
import { onRoll, type RollEntry } from './people.ts'
import { ok, type Result, refused } from './result.ts'
import type { LocalDate } from './time.ts'

export interface Entered {
  readonly code: string
  readonly note?: string
}

/** Words of a note that speak of learning at home: that is no attendance, and B is for a place where somebody supervises. */
const REMOTE = /\b(online|remote(ly)?|virtual(ly)?|at home|from home)\b/i

export interface Place {
  readonly date: LocalDate
  readonly session: Session
  readonly today: LocalDate
  /** The code everybody holds when the session is not school. */
  readonly closed: Code | undefined
}

const wrongCode = (code: string, place: Place): Result<never> | undefined => {
  const retired = RETIRED_CODES[code.trim().toUpperCase()]
  if (retired)
    return refused(
      'retired-code',
      `Code ${code.trim().toUpperCase()} ended on ${retired.until}.`,
      `Use ${retired.instead}.`,
    )
  const read = readCode(code)
  if (!read)
    return refused('unknown-code', 'That is not a national attendance code.', 'Use one of the codes of the register.')
  if (CODES[read].only !== undefined && CODES[read].only !== place.session) {
    return refused(
      'wrong-session',
      `${read} is not the present mark of the ${place.session} session.`,
      `Use ${presentCode(place.session)}.`,
    )
  }
  if (CODES[read].wholeSchool)
    return refused(
      'whole-school-code',
      `${read} is for everybody at once.`,
      'Close the school or change the calendar instead.',
    )
  if (CODES[read].beforeRoll)
    return refused(
      'on-roll',
      `${read} is for a child who has not started here, and this one is on the roll.`,
      'Mark the pupil N, or give the reason.',
    )
  return undefined
}

/** Why a pupil of this age or year cannot hold a code, or `undefined` when they can. */
export const misfitOf = (
  code: Code,
  pupil: Pick<RollEntry, 'dateOfBirth' | 'yearGroup'>,
  date: LocalDate,
): Result<never> | undefined => {
  const { age, years } = CODES[code]
  const compulsory = isCompulsoryAge(pupil.dateOfBirth, date)
  if (age === 'non-compulsory' && compulsory) {
    return refused(
      'wrong-age',
      'X is never for a pupil of compulsory school age.',
      'Use C2 for an agreed part-time timetable, or the reason.',
    )
  }
  if (age === 'compulsory' && !compulsory) {
    return refused('wrong-age', 'C2 is only for pupils of compulsory school age.', 'Use X.')
  }
  if (years && !years.includes(pupil.yearGroup)) {
    return refused('wrong-year', `${code} is for years ${years.join(', ')}.`, 'Use B for another approved activity.')
  }
  return undefined
}

/** The code of an entered mark, or why it cannot stand. `pupil` is the class's roll entry; absent when the pupil is not in the class. */
export const checkMark = (entered: Entered, pupil: RollEntry | undefined, place: Place): Result<Code> => {
  if (!pupil)
    return refused(
      'not-this-class',
      'The pupil is not on this class’s roll.',
      'Check the class, or import the roll again.',
    )
  if (!onRoll(pupil, place.date))
    return refused(
      'not-on-roll',
      'The pupil is not on the roll on that date.',
      'Marks run from the starting day to the leaving day.',
    )
  if (place.date > place.today)
    return refused('future', 'The date has not come yet.', 'Record a known absence with its dates instead.')
  if (place.closed !== undefined)
    return refused('closed', 'The school is closed in that session.', 'Undo the closure or correct the calendar first.')
  const wrong = wrongCode(entered.code, place)
  if (wrong) return wrong
  const code = readCode(entered.code)
  if (!code)
    return refused('unknown-code', 'That is not a national attendance code.', 'Use one of the codes of the register.')
  const misfit = misfitOf(code, pupil, place.date)
  if (misfit) return misfit
  const { needsNote } = CODES[code]
  if (needsNote !== undefined && !entered.note?.trim())
    return refused('note-needed', `${code} needs a note of ${needsNote}.`, 'Add the note.')
  if (code === 'B' && REMOTE.test(entered.note ?? ''))
    return refused(
      'remote-learning',
      'Learning at home or online is an absence, and B is for an approved activity at a supervised place.',
      'Give the reason the pupil is away, such as I; or write the supervised place into the note.',
    )
  return ok(code)
}
