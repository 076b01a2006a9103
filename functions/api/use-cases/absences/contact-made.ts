/**
 * Contact made: an entitled adult has said where a child is, or staff have seen the child. The card says so; the rules then close what
 * was open about it.
 */
import type { Via } from '../../../../shared/domain/absence.ts'
import { isSchoolDay } from '../../../../shared/domain/calendar.ts'
import type { Session } from '../../../../shared/domain/codes.ts'
import { idOf } from '../../../../shared/domain/ids.ts'
import type { PupilKey } from '../../../../shared/domain/people.ts'
import { calendarOf } from '../../../../shared/follow-up/load-known.ts'
import type { Call } from '../../call.ts'
import { setCard } from '../office/card-first.ts'
import { placeOf } from '../registers/register-of.ts'

/**
 * Contact before anybody has marked the child today covers today: the family has said where the child is, and is not asked again at
 * half past ten, where school opens late or the register of the class is still missing neither. Once the child is marked it speaks of the
 * days before.
 */
const coverToday = async (call: Call, pupil: PupilKey, because: string): Promise<void> => {
  const calendar = await calendarOf(call.stores, call.academy, call.policy)
  const found = (await call.stores.roll.pupils(call.academy, [pupil]))[pupil]
  if (found === undefined || !isSchoolDay(calendar, call.date)) return
  const { register } = await placeOf(call, found, call.date, 'AM')
  if (register?.marks[pupil] !== undefined) return
  const known = {
    id: idOf('r', pupil, call.date),
    pupil,
    from: call.date,
    until: call.date,
    sessions: ['AM', 'PM'] as const,
    words: because,
    by: call.caller.sub,
    at: call.now,
  }
  const act = call.act('absence-known', { pupils: [pupil], detail: { because } })
  await call.stores.putKnownAbsence(call.academy, known, act)
}

/** Marks today's card of a pupil as accounted for. A pupil without a card today is not missing yet. */
export const contactMade = async (
  call: Call,
  pupil: PupilKey,
  how: 'reported' | 'arrived',
  because: string,
  via: Via,
): Promise<void> => {
  const card = await call.stores.card(call.academy, call.date, pupil)
  if (!card) {
    if (how === 'reported') await coverToday(call, pupil, because)
    // A case may be open: seen on a Saturday, rung before school.
    const aCase = (await call.stores.open(call.academy)).cases.find((each) => each.pupil === pupil)
    if (!aCase) return
    const closed = { at: call.now, on: call.date, by: call.caller.sub, because: `contact made: ${because}` }
    const detail = { case: aCase.caseId, because }
    await call.stores.closeCase(
      call.academy,
      aCase,
      closed,
      call.act('case-closed', { pupils: [pupil], detail, look: true }),
    )
    return
  }
  const session: Session = card.sessions.PM ? 'PM' : 'AM'
  const said = { words: because, by: call.caller.sub, via, at: call.now, until: call.date }
  const act = call.act(`absence-${how}`, { pupils: [pupil], detail: { session, because }, look: true })
  await setCard(
    call,
    card,
    session,
    {
      date: call.date,
      standing: how,
      since: call.now,
      ...(how === 'reported' ? { reason: said } : {}),
      unless: how === 'reported' ? ['arrived'] : [],
    },
    act,
  )
}
