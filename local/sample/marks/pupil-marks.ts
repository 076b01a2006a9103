/** The marks of one pupil: spells of absence, lateness, agreed part-time and the other school of the dually registered. */
import type { Policy } from '../../../academies/policy.ts'
import { isCompulsoryAge } from '../../../shared/domain/ages.ts'
import { type Code, presentCode, type Session } from '../../../shared/domain/codes.ts'
import { onRoll } from '../../../shared/domain/people.ts'
import { clockMinutes, type LocalDate, weekday } from '../../../shared/domain/time.ts'
import { type Chance, chanceOf } from '../chance.ts'
import type { MadeUpPupil } from '../pupils.ts'
import type { Frailty } from './frailty.ts'
import type { Rates } from './rates.ts'
import { type Away, spellsOf } from './spells.ts'

export interface MadeUpMark {
  readonly date: LocalDate
  readonly session: Session
  readonly code: Code
  readonly minutesLate?: number
}

/** Share of reasons that nobody has given when the register closes. */
const UNREPORTED = 0.4
/** Days back from the last on which an absence may still wait for its reason, and how likely it does. */
const OPEN_DAYS = 4
const STILL_OPEN = 0.3

/** How much of lateness goes with truancy; the rest falls as illness does. */
const LATE_BY_HABIT = 0.2

const THURSDAY = 4

/** Sessions that are never due here, whatever happens: the law has a code for each. */
const notDue = (pupil: MadeUpPupil, date: LocalDate, session: Session): Code | undefined => {
  if (pupil.isIn('part-time') && session === 'PM') return isCompulsoryAge(pupil.dateOfBirth, date) ? 'C2' : 'X'
  return pupil.isIn('dual') && weekday(date) >= THURSDAY ? 'D' : undefined
}

const lateness = (policy: Policy, session: Session, code: Code, chance: Chance): number => {
  const { day } = policy
  const open = session === 'AM' ? clockMinutes(day.amOpens, day.amCloses) : clockMinutes(day.pmOpens, day.pmCloses)
  return code === 'L' ? 1 + chance.below(open) : open + 1 + chance.below(75)
}

/** What the register says of an absence so many school days before the last: the reason, or `N` while nobody knows it. */
const absenceCode = ({ reason, begins }: Away, daysBack: number, chance: Chance): Code => {
  if (reason.foreknown || reason.code === 'U') return reason.code
  const draw = chance.share()
  if (reason.code === 'O') return daysBack === 0 || (daysBack <= OPEN_DAYS && draw < STILL_OPEN) ? 'N' : 'O'
  return daysBack === 0 && begins && draw < UNREPORTED ? 'N' : reason.code
}

/** One pupil's marks on these school days, of those on which the pupil is on the roll. */
export const pupilMarks = (
  pupil: MadeUpPupil,
  days: readonly LocalDate[],
  as: { readonly policy: Policy; readonly rates: Rates; readonly frailty: Frailty; readonly seed: string },
): readonly MadeUpMark[] => {
  const spells = spellsOf(days.length, as.rates, as.frailty, chanceOf(as.seed, 'spells', pupil.number))
  const lateDay =
    (2 * as.rates.late * (LATE_BY_HABIT * as.frailty.habit + (1 - LATE_BY_HABIT) * as.frailty.health)) / 100
  const span = { admitted: pupil.admitted, ...(pupil.left === undefined ? {} : { left: pupil.left }) }
  return days.flatMap((date, index) => {
    const chance = chanceOf(as.seed, 'day', pupil.number, date)
    const lateIn: Session | undefined = chance.is(lateDay) ? (chance.is(0.9) ? 'AM' : 'PM') : undefined
    // Somebody who was not known about this morning is not known about this afternoon.
    let morning: Code | undefined
    return (['AM', 'PM'] as const).flatMap((session): readonly MadeUpMark[] => {
      const away = spells[index]?.[session]
      const usual = session === lateIn ? 'L' : presentCode(session)
      const judged = away ? absenceCode(away, days.length - 1 - index, chance) : usual
      const known = away && morning === 'N' ? 'N' : judged
      if (session === 'AM') morning = known
      const code = notDue(pupil, date, session) ?? known
      const late = code === 'L' || code === 'U' ? { minutesLate: lateness(as.policy, session, code, chance) } : {}
      return onRoll(span, date) ? [{ date, session, code, ...late }] : []
    })
  })
}
