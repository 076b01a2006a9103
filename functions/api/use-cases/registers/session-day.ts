/** What the calendar and the known absences say of one session: shared by everything that writes a mark. */
import { closedCode, type TakenRegister } from '../../../../shared/domain/calendar.ts'
import type { Code, Session } from '../../../../shared/domain/codes.ts'
import { premarkOf } from '../../../../shared/domain/known-absence.ts'
import { lateOpeningOn, policyOfDay } from '../../../../shared/domain/late-opening.ts'
import type { PupilKey, RollEntry } from '../../../../shared/domain/people.ts'
import type { Mark } from '../../../../shared/domain/register.ts'
import type { LocalTime } from '../../../../shared/domain/time.ts'
import { calendarOf } from '../../../../shared/follow-up/load-known.ts'
import type { Call } from '../../call.ts'

export interface SessionDay {
  readonly date: string
  readonly session: Session
  /** When that session's register opens and closes that day. */
  readonly times: { readonly opens: LocalTime; readonly closes: LocalTime }
  /** The register of that session has closed, by the clock of today. */
  readonly hasClosed: boolean
  /** The code everybody of a class holds because the session is not school; a register that was in before the school closed stands. */
  closedFor(register: TakenRegister | undefined): Code | undefined
  /** The mark that a known absence gives a pupil before anybody has taken the register. */
  premark(pupil: PupilKey): Mark | undefined
}

export const readSessionDay = async (call: Call, date: string, session: Session): Promise<SessionDay> => {
  const [calendar, known] = await Promise.all([
    calendarOf(call.stores, call.academy, call.policy),
    call.stores.knownAhead(call.academy, date),
  ])
  const { amOpens, amCloses, pmOpens, pmCloses } = policyOfDay(call.policy, lateOpeningOn(known.lateOpenings, date)).day
  const times = session === 'AM' ? { opens: amOpens, closes: amCloses } : { opens: pmOpens, closes: pmCloses }
  return {
    date,
    session,
    times,
    hasClosed: date === call.date && call.time >= times.closes,
    closedFor: (register) => closedCode(calendar, known.closures, date, session, register),
    premark: (pupil) => premarkOf(known.absences, pupil, date, session),
  }
}

/** Roll entries by the id that the school uses. */
export const byPupilId = (roster: readonly RollEntry[]): ReadonlyMap<string, RollEntry> =>
  new Map(roster.map((entry) => [entry.pupilId, entry]))
