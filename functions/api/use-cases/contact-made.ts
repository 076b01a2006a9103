/**
 * Contact made: an entitled adult has said where a child is, or staff have seen the child. The card says so; the rules then close what
 * was open about it.
 */
import type { Via } from '../../../shared/domain/absence.ts'
import type { Session } from '../../../shared/domain/codes.ts'
import type { PupilKey } from '../../../shared/domain/people.ts'
import type { Call } from '../call.ts'
import { setCard } from './card-first.ts'

/** Marks today's card of a pupil as accounted for. A pupil without a card today is not missing today: nothing is changed. */
export const contactMade = async (
  call: Call,
  pupil: PupilKey,
  how: 'reported' | 'arrived',
  because: string,
  via: Via,
): Promise<void> => {
  const card = await call.stores.card(call.academy, call.date, pupil)
  if (!card) {
    // Nobody is missing today, but a case may be open: seen on a Saturday, rung before school.
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
