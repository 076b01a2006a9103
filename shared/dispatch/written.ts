/**
 * A text that a member of staff wrote. It speaks of all of its children in one sentence, so it goes about all of them or to nobody, and
 * whatever keeps it from going is a task for the office: a person waits for the answer.
 */

import type { Policy } from '../../academies/policy.ts'
import { textSlot } from '../domain/absence.ts'
import { assigned } from '../domain/assigned.ts'
import type { TaskKind } from '../domain/task.ts'
import { quietUntil } from '../domain/texts/limits.ts'
import { UNCERTAIN_TEXT_WHY, UNSENT_REPLY_WHY, uncertainTextId, unsentReplyId } from '../domain/unsent-reply.ts'
import { claimAndSend } from './hand-over.ts'
import { isHandled } from './handled.ts'
import type { DispatchPorts } from './ports.ts'
import { actFor, readyForContact } from './ready.ts'
import { type Cards, type PlannedForContact, stillTrue } from './still-true.ts'

const ring = async (
  planned: PlannedForContact,
  task: { readonly id: string; readonly kind: TaskKind; readonly why: string; readonly duty: Policy['holds'] },
  { stores, now }: DispatchPorts,
): Promise<void> => {
  const at = now()
  const { id, kind, why, duty } = task
  const { academy, date, session, contactId, rule, clause } = planned
  const pupils = planned.pupils.toSorted()
  await stores.raiseTask(
    academy,
    {
      id,
      kind,
      date,
      version: 1,
      pupils,
      session,
      about: contactId,
      raised: at,
      ...assigned(duty, at),
      urgent: true,
      state: 'open',
      why,
      rule,
      clause,
      pages: {},
    },
    actFor(planned, at, pupils)('task-raised', { task: id, task_kind: kind, contact: contactId }),
  )
}

/** The office rings. Where the text was claimed before, nobody knows whether it went, and the task says so. */
const ringInstead = async (
  planned: PlannedForContact,
  cards: Cards,
  { duties }: Policy,
  ports: DispatchPorts,
): Promise<void> => {
  const [owner = ''] = planned.pupils.toSorted()
  const slot = textSlot(planned)
  const record = cards.get(owner)?.texts[slot]
  if (record === undefined) {
    const id = unsentReplyId(planned.date, owner, planned)
    await ring(planned, { id, kind: 'unsent-reply', why: UNSENT_REPLY_WHY, duty: duties.missedText }, ports)
  } else if (record.state === 'claimed' && record.leaseUntil <= ports.now()) {
    const id = uncertainTextId(planned.date, owner, slot)
    await ring(planned, { id, kind: 'uncertain-text', why: UNCERTAIN_TEXT_WHY, duty: duties.question }, ports)
  }
}

/** Sends what somebody wrote, once, or has the office ring. */
export const sendWritten = async (
  planned: PlannedForContact,
  cards: Cards,
  policy: Policy,
  ports: DispatchPorts,
): Promise<void> => {
  const { stores, log, now } = ports
  if (isHandled(planned, cards, now())) return
  if (now() >= planned.usefulUntil || quietUntil(policy, now()) !== undefined) {
    log.write('TEXT_STOOD_DOWN', { academy: planned.academy, kind: planned.kind, why: 'too late' })
    return ringInstead(planned, cards, policy, ports)
  }
  const { present, stoodDown } = await stillTrue(planned, cards, stores)
  for (const why of stoodDown) log.write('TEXT_STOOD_DOWN', { academy: planned.academy, kind: planned.kind, why })
  const ready = stoodDown.length === 0 ? readyForContact(planned, present, policy, now()) : undefined
  if (ready?.record.pupils?.length !== planned.pupils.length) return ringInstead(planned, cards, policy, ports)
  await claimAndSend(planned, ready, policy, ports)
}
