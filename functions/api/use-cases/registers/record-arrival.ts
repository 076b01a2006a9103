/** A pupil comes in, or leaves during the day. */

import type { AbsenceCard } from '../../../../shared/domain/absence.ts'
import { CODES, type Session } from '../../../../shared/domain/codes.ts'
import { idOf } from '../../../../shared/domain/ids.ts'
import { noteOf } from '../../../../shared/domain/known-absence.ts'
import { markedAgain } from '../../../../shared/domain/mark-again.ts'
import { checkMark } from '../../../../shared/domain/mark-check.ts'
import type { Pupil } from '../../../../shared/domain/people.ts'
import { arrivalMark, type Mark } from '../../../../shared/domain/register.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import { clockMinutes, localDate, localTime } from '../../../../shared/domain/time.ts'
import type { Act } from '../../../../shared/ports/stores.ts'
import { type Call, isOffice } from '../../call.ts'
import { setCard } from '../office/card-first.ts'
import { pastInstant } from './by-the-clock.ts'
import { changeMark } from './change-mark.ts'
import { refuseCode } from './may-give.ts'
import { placeOf } from './register-of.ts'
import { readSessionDay } from './session-day.ts'

export interface Arrival {
  readonly at: string
  readonly because?: string | undefined
  readonly code?: string | undefined
}

export interface Arrived {
  readonly date: string
  readonly session: Session
  readonly mark: Mark
}

const sessionAt = (call: Call, time: string): Session => (time >= call.policy.day.pmOpens ? 'PM' : 'AM')

const momentOf = (call: Call, at: string): Result<{ at: string; date: string; time: string }> => {
  const said = pastInstant(call, at, 'Give the time the pupil came.')
  if (!said.ok) return said
  const instant = said.value
  const date = localDate(instant, call.policy.zone)
  if (date !== call.date)
    return refused('not-today', 'Arrivals are recorded on the day.', 'Amend the mark of the earlier day instead.', 'at')
  return ok({ at: instant, date, time: localTime(instant, call.policy.zone) })
}

/** Nobody marked the pupil, or only as missing: an arrival says more. */
const isMissing = (was: Mark | undefined): boolean => was === undefined || was.code === 'N' || was.code === 'O'

/**
 * While the register is open a pupil who is here is marked so, whatever was expected. Once it has closed, a reason that stands is
 * kept: the pupil was away for it. Source: SI 2024/208 regulation 10, Tables 1 and 3.
 */
const isReplaced = (was: Mark | undefined, given: Mark): boolean =>
  isMissing(was) || (was !== undefined && isPresent(given) && !isPresent(was))

const isPresent = ({ code }: Mark): boolean => CODES[code].category === 'present'

/**
 * After the close the day is looked at again: for the text about the lateness where the school sends one, for the correction where the
 * card, as it stood when the arrival was written on it, has any text; otherwise only to end what is open about the pupil.
 */
const lookAfter =
  (call: Call, hasClosed: boolean) =>
  (card: AbsenceCard | undefined): Pick<Act, 'look' | 'settles'> => {
    if (!hasClosed) return {}
    const isOwedText = call.policy.texts.lateArrivals || Object.keys(card?.texts ?? {}).length > 0
    return isOwedText ? { look: true } : { look: true, settles: true }
  }

/** Records an arrival. Recorded twice it is once. */
export const recordArrival = async (call: Call, now: Pupil, arrival: Arrival): Promise<Result<Arrived>> => {
  const moment = momentOf(call, arrival.at)
  if (!moment.ok) return moment
  const { at, date, time } = moment.value
  const session = sessionAt(call, time)
  const [day, { pupil, register }] = await Promise.all([
    readSessionDay(call, date, session),
    placeOf(call, now, date, session),
  ])
  const closed = day.closedFor(register)
  if (closed !== undefined) return refused('closed', 'The school is closed in that session.', 'Undo the closure first.')
  let given = arrivalMark(session, time, day.times, clockMinutes)
  if (arrival.code !== undefined) {
    if (!isOffice(call) || !arrival.because)
      return refused(
        'office-code',
        'A code in place of a late mark needs the office and a reason.',
        'Leave the code out, or give the reason.',
        'code',
      )
    const checked = checkMark({ code: arrival.code, note: arrival.because }, pupil, {
      date,
      session,
      today: call.date,
      closed,
    })
    if (!checked.ok) return checked
    const refusal = refuseCode(call, checked.value, [day.premark(pupil.key)?.code])
    if (refusal) return { ok: false, refusal }
    given = {
      code: checked.value,
      source: 'arrival',
      ...noteOf(checked.value, arrival.because),
      ...(given.minutesLate === undefined ? {} : { minutesLate: given.minutesLate }),
    }
  }
  const detail = {
    session,
    code: given.code,
    time,
    ...(given.minutesLate === undefined ? {} : { minutesLate: given.minutesLate }),
    ...(arrival.because ? { because: arrival.because } : {}),
  }
  const isMissed = register?.marks[pupil.key]?.code === 'N'
  const look = lookAfter(call, day.hasClosed)
  // Where the register says N there is a card, or will be.
  let card = isMissed ? undefined : await call.stores.card(call.academy, date, pupil.key)
  if (isMissed || card) {
    // The register's own entry tells of the arrival.
    const act = call.act('absence-arrived', { pupils: [pupil.key], detail, echo: true, ...look(card) })
    card = (await setCard(call, pupil, session, { date, standing: 'arrived', since: at }, act)).card
  }
  // Signed out before: the mark stands, and the child is on the site again.
  const isBack = register?.left?.[pupil.key] !== undefined
  const after = await changeMark(call, {
    date,
    session,
    pupil,
    without: 'draft',
    ...(register ? { seen: register } : {}),
    to: (was) =>
      isReplaced(was ?? day.premark(pupil.key), given) ? markedAgain(was, given) : isBack ? was : undefined,
    ...(isBack ? { site: 'back' } : {}),
    act: (was) =>
      call.act('pupil-arrived', {
        pupils: [pupil.key],
        detail: { ...detail, ...(was ? { was: was.code } : {}), ...(isBack ? { back: true } : {}) },
        ...look(card),
      }),
  })
  return ok({ date, session, mark: after?.marks[pupil.key] ?? given })
}

/** Signed out with a reason before the afternoon's register: whoever is not back by then is not searched for. */
const explainAfternoon = async (
  call: Call,
  pupil: Pupil,
  date: string,
  time: string,
  because: string,
): Promise<void> => {
  if (time >= call.policy.day.pmCloses) return
  const known = {
    id: idOf('r', pupil.key, date, 'PM'),
    pupil: pupil.key,
    from: date,
    until: date,
    sessions: ['PM'] as const,
    words: because,
    by: call.caller.sub,
    at: call.now,
  }
  await call.stores.putKnownAbsence(
    call.academy,
    known,
    call.act('absence-known', { pupils: [pupil.key], detail: { because }, echo: true }),
  )
}

/** Records that a pupil left the site. The mark stands: presence is taken when the register is; leaving is a fact of its own. */
export const recordDeparture = async (
  call: Call,
  now: Pupil,
  departure: Arrival,
): Promise<Result<{ date: string; session: Session }>> => {
  const moment = momentOf(call, departure.at)
  if (!moment.ok) return moment
  const { date, time } = moment.value
  const session = sessionAt(call, time)
  const { pupil, register } = await placeOf(call, now, date, session)
  if (!register) return refused('no-register', 'There is no register of that session yet.', 'Take the register first.')
  if (!register.marks[pupil.key])
    return refused(
      'no-mark',
      'The pupil has no mark in that session yet.',
      'Mark the pupil first, then record the leaving.',
    )
  const act = call.act('pupil-departed', {
    pupils: [pupil.key],
    detail: { session, time, ...(departure.because ? { because: departure.because } : {}) },
  })
  const site = { left: time }
  await changeMark(call, { date, session, pupil, without: 'nothing', to: (was) => was, site, act: () => act })
  if (departure.because) await explainAfternoon(call, pupil, date, time, departure.because)
  return ok({ date, session })
}
