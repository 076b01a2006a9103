/** A mark of an earlier day says that the family was told wrongly on that day: no text can put that right now, so a person rings, once. */
import type { AbsenceCard, TextRecord } from '../../../../shared/domain/absence.ts'
import { type Code, isOnSite, type Session } from '../../../../shared/domain/codes.ts'
import { idOf } from '../../../../shared/domain/ids.ts'
import type { Pupil } from '../../../../shared/domain/people.ts'
import { putRightId } from '../../../../shared/domain/put-right.ts'
import { mayHaveGone } from '../../../../shared/domain/rules/correction.ts'
import { isKnownElsewhere } from '../../../../shared/domain/rules/told-in-error.ts'
import { addMinutes } from '../../../../shared/domain/time.ts'
import type { Call } from '../../call.ts'

const GROUND = {
  rule: 'told-in-error',
  clause: 'Communicate openly and honestly: a wrong message is put right at once',
} as const

const WHY =
  'On an earlier day the family was texted that nobody knows where the child is. The register now says that the school did. Ring them and say so.'

/** The texts of a card, each as the card of the brother or sister says who holds it. */
const textsOf = (call: Call, card: AbsenceCard): Promise<readonly TextRecord[]> =>
  Promise.all(
    Object.entries(card.texts).map(async ([slot, text]) =>
      text.owner === undefined
        ? text
        : ((await call.stores.card(call.academy, card.date, text.owner))?.texts[slot] ?? text),
    ),
  )

const wasToldWrongly = async (call: Call, card: AbsenceCard, session: Session): Promise<boolean> => {
  const went = (await textsOf(call, card)).filter(mayHaveGone)
  const corrected = went.filter(({ kind }) => kind === 'correction').map(({ contactId }) => contactId)
  return went.some(
    (text) =>
      (text.kind === 'unreported' || text.kind === 'ladder') &&
      text.session === session &&
      !corrected.includes(text.contactId),
  )
}

/** Raises the call after the mark is amended. It bears the date of the text, so that today's silence does not take it back. */
export const putRightEarlier = async (
  call: Call,
  pupil: Pupil,
  card: AbsenceCard | undefined,
  { session, code }: { readonly session: Session; readonly code: Code },
): Promise<void> => {
  if (card === undefined || !(isOnSite(code) || isKnownElsewhere(code))) return
  if (!(await wasToldWrongly(call, card, session))) return
  const id = idOf(card.date, 'put-right', pupil.key, 'later')
  const [thatDay, later] = await Promise.all(
    [putRightId(card.date, pupil.key), id].map((each) => call.stores.task(call.academy, each)),
  )
  if (later !== undefined || (thatDay !== undefined && thatDay.state !== 'withdrawn')) return
  const hold = (await call.stores.open(call.academy)).holds.some((each) => each.pupil === pupil.key)
  const { calls, holds } = call.policy
  await call.stores.raiseTask(
    call.academy,
    {
      ...GROUND,
      id,
      kind: 'put-right',
      date: card.date,
      version: 1,
      pupils: [pupil.key],
      classId: card.classId,
      raised: call.now,
      due: addMinutes(call.now, hold ? holds.dueInMinutes : calls.leftSite.dueInMinutes),
      doers: hold ? holds.doers : calls.doers,
      urgent: true,
      state: 'open',
      why: WHY,
      pages: {},
    },
    call.act('task-raised', { ...GROUND, pupils: [pupil.key], detail: { task: id, task_kind: 'put-right' } }),
  )
}
