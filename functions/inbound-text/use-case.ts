/**
 * A parent's text comes in. It is kept before anything else happens, and everything after may be done again, so a second delivery or a
 * crash loses nothing and doubles nothing. Rules propose; a person confirms; what cannot be read goes to a person at once.
 */
import type { InboundText } from '../../events/inbound-text.v1.ts'
import { idOf } from '../../shared/domain/ids.ts'
import type { Reply } from '../../shared/domain/known.ts'
import type { Task } from '../../shared/domain/task.ts'
import { addMinutes, type Instant } from '../../shared/domain/time.ts'
import { calendarOf, policyAt } from '../../shared/follow-up/load-known.ts'
import type { Act, Stores } from '../../shared/ports/stores.ts'
import type { Log } from '../../shared/ports/world.ts'
import { type Heard, hear, type Setting } from './hear.ts'
import type { Need } from './needs.ts'
import { e164 } from './number.ts'
import { findSender } from './sender.ts'

export interface HearPorts {
  readonly stores: Stores
  readonly now: Instant
  readonly log: Log
}

/** No academy owns the number: the text stays in the dead letters, where the operator is alarmed. */
export class NoSuchAcademy extends Error {
  override readonly name = 'NoSuchAcademy'
}

const SESSIONS = ['AM', 'PM'] as const
const GROUND = {
  rule: 'reply',
  clause: 'Response to non-attendance: the reason is recorded by a member of the attendance team',
}

type Acting = (kind: string, detail: NonNullable<Act['detail']>) => Act

/** Acts of a text say what was made of it, never its words. */
const actingFor =
  (reply: Reply, { now, version }: Setting): Acting =>
  (kind, detail) => ({
    ...GROUND,
    at: now,
    by: reply.contactId === undefined ? 'unknown-number' : `parent:${reply.contactId}`,
    kind,
    pupils: reply.pupils,
    policy: version.version,
    detail,
    look: true,
  })

const readingOf = ({ id, reading }: Reply): NonNullable<Act['detail']> => ({
  reply: id,
  reading: reading.kind,
  confidence: reading.confidence,
  ...(reading.code === undefined ? {} : { code: reading.code }),
  ...(reading.from === undefined ? {} : { from: reading.from }),
  ...(reading.until === undefined ? {} : { until: reading.until }),
})

const raise = async (need: Need, reply: Reply, setting: Setting, stores: Stores, act: Acting): Promise<void> => {
  const id = idOf(setting.date, need.kind, reply.id)
  const { due, ...what } = need
  const task: Task = {
    ...what,
    ...GROUND,
    id,
    date: setting.date,
    version: 1,
    pupils: reply.pupils,
    about: reply.id,
    raised: setting.now,
    due: addMinutes(setting.now, setting.version.policy.due[due]),
    state: 'open',
    pages: {},
  }
  await stores.raiseTask(setting.academy, task, act('task-raised', { task: id, task_kind: need.kind }))
}

/** Pauses calls about children a clear reply is about; an arrival or a reason that a person confirmed stands. */
const pause = async ({ reply, answered }: Heard, setting: Setting, stores: Stores, act: Acting): Promise<void> => {
  const { code, until } = reply.reading
  const reason = {
    ...(code === undefined ? {} : { code }),
    by: `parent:${reply.contactId}`,
    via: 'text' as const,
    at: setting.now,
    until: until ?? setting.date,
  }
  for (const { key } of answered) {
    const card = await stores.card(setting.academy, setting.date, key)
    for (const session of SESSIONS) {
      if (card?.sessions[session]?.standing !== 'unexplained') continue
      await stores.setStanding(
        setting.academy,
        { pupil: key, classId: card.classId, date: setting.date, vulnerable: card.vulnerable },
        session,
        { standing: 'answered', since: setting.now },
        reason,
        ['reported', 'arrived', 'withdrawn'],
        { ...act('absence-answered', { session, reply: reply.id }), pupils: [key] },
      )
    }
  }
}

/** True when a person has dealt with the kept reply: a text delivered again must not undo what they did. */
const isDealtWith = async (reply: Reply, setting: Setting, stores: Stores): Promise<boolean> => {
  const { replies } = await stores.day(setting.academy, setting.date)
  const kept = replies.find(({ id }) => id === reply.id)
  return kept?.state === 'confirmed' || kept?.state === 'dismissed'
}

/** The phone that said STOP says START: everybody stopped by it may be texted again. */
const allowAgain = async (mobile: string, { academy }: Setting, stores: Stores, act: Acting): Promise<void> => {
  const { stopped } = await stores.open(academy)
  for (const { contactId } of stopped.filter((stop) => stop.mobile === mobile))
    await stores.endStop(academy, contactId, act('texts-allowed', { contact: contactId }))
}

/** Hears one text. Throws `NoSuchAcademy` when it came to a number that no academy sends from. */
export const hearText = async (text: InboundText, { stores, now, log }: HearPorts): Promise<void> => {
  const academy = await stores.policies.academyOfNumber(e164(text.destinationNumber))
  if (academy === undefined) {
    log.write('REPLY_UNKNOWN_ACADEMY', { function: 'inbound-text' })
    throw new NoSuchAcademy('No academy sends from this number')
  }
  const { version, date } = await policyAt(stores, academy, now)
  const [calendar, { closures }] = await Promise.all([
    calendarOf(stores, academy, version.policy),
    stores.open(academy, false),
  ])
  const setting: Setting = { academy, date, now, version, calendar, closures }
  const mobile = e164(text.originationNumber)
  const sender = await findSender(stores, academy, mobile, date)
  const heard = await hear(text, sender, setting, stores)
  const { reply } = heard
  const act = actingFor(reply, setting)
  // First, as a START is kept as dealt with: what is cut off here is done when the text is delivered again.
  if (reply.reading.kind === 'start') await allowAgain(mobile, setting, stores, act)
  const kept = await stores.keepReply(academy, reply, text.messageBody, act('reply-kept', readingOf(reply)))
  if (kept === 'already' && (await isDealtWith(reply, setting, stores))) return
  for (const { contactId, because } of heard.stopped)
    await stores.putStop(academy, { contactId, because, mobile }, act('texts-stopped', { contact: contactId, because }))
  await pause(heard, setting, stores, act)
  if (heard.need) await raise(heard.need, reply, setting, stores, act)
  log.write('REPLY_KEPT', { academy, reading: reply.reading.kind })
}
