/**
 * A parent's text comes in. It is kept before anything else happens, and everything after may be done again, so a second delivery or a
 * crash loses nothing and doubles nothing. Rules propose; a person confirms; what cannot be read goes to a person at once.
 */
import type { InboundText } from '../../events/inbound-text.v1.ts'
import type { Reply } from '../../shared/domain/known.ts'
import { e164 } from '../../shared/domain/number.ts'
import type { PupilKey } from '../../shared/domain/people.ts'
import { waitsAlready } from '../../shared/domain/replies/stranger.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { calendarOf, policyAt } from '../../shared/follow-up/load-known.ts'
import { findSender, type Sender } from '../../shared/inbound/sender.ts'
import type { Queue } from '../../shared/ports/queue.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import type { Log } from '../../shared/ports/world.ts'
import { acknowledgementOf } from './acknowledge.ts'
import { authoriseIllness } from './authorise-illness.ts'
import { type Acting, actingFor, isSettled, keptReply, pause, raise, readingOf, settledIn } from './follow.ts'
import { type Asked, type Heard, hear } from './hear.ts'
import type { Setting } from './setting.ts'

export interface HearPorts {
  readonly stores: Stores
  /** Where texts are planned. */
  readonly texts: Queue
  readonly now: Instant
  readonly log: Log
}

/** No academy owns the number: the text stays in the dead letters, where the operator is alarmed. */
export class NoSuchAcademy extends Error {
  override readonly name = 'NoSuchAcademy'
}

/** The phone that said STOP says START: everybody stopped by it may be texted again. */
const allowAgain = async (mobile: string, { academy }: Setting, stores: Stores, act: Acting): Promise<void> => {
  const { stopped } = await stores.open(academy)
  for (const { contactId } of stopped.filter((stop) => stop.mobile === mobile))
    await stores.endStop(academy, contactId, act('texts-allowed', { contact: contactId }))
}

/** The carrier plays a message again on a later day: it was kept then, and says nothing of today. */
const isFromAnEarlierDay = async ({ id, date }: Reply, { academy }: Setting, stores: Stores): Promise<boolean> => {
  const first = await stores.firstHeard(academy, id, date)
  return first < date && (await stores.replyWords(academy, first, id)) !== undefined
}

/** Somebody has yet to read what this stranger wrote before: this text is shown with it. */
const isAskedAlready = async (
  reply: Reply,
  { need }: Asked,
  { academy }: Setting,
  stores: Stores,
): Promise<boolean> => {
  if (reply.stranger === undefined) return false
  const [{ replies }, { tasks }] = await Promise.all([stores.day(academy, reply.date), stores.open(academy)])
  return waitsAlready(reply, need.kind, replies, tasks)
}

/** Asks a person what the text needs, but for children of whom nothing is left to judge. */
const ask = async (
  { reply, needs }: Heard,
  settled: readonly PupilKey[],
  setting: Setting,
  stores: Stores,
  act: Acting,
): Promise<void> => {
  const asked = new Map<string, number>()
  for (const { need, pupils } of needs) {
    if (await isAskedAlready(reply, { need, pupils }, setting, stores)) continue
    const nth = (asked.get(need.kind) ?? 0) + 1
    asked.set(need.kind, nth)
    const left = pupils.filter((pupil) => !settled.includes(pupil))
    if (pupils.length === 0 || left.length > 0) await raise(need, reply, setting, stores, act, { pupils: left, nth })
  }
}

/** Hears one text. Throws `NoSuchAcademy` when it came to a number that no academy sends from. */
export const hearText = async (text: InboundText, ports: HearPorts): Promise<void> => {
  const { stores, log } = ports
  const academy = await stores.policies.academyOfNumber(e164(text.destinationNumber))
  if (academy === undefined) {
    log.write('REPLY_UNKNOWN_ACADEMY', { function: 'inbound-text' })
    throw new NoSuchAcademy('No academy sends from this number')
  }
  const setting = await settingAt(academy, ports)
  const sender = await findSender(stores, academy, e164(text.originationNumber), setting.date)
  await hearAs(text, sender, setting, ports)
}

/** The day on which an answer is heard. */
export const settingAt = async (
  academy: string,
  { stores, now }: Pick<HearPorts, 'stores' | 'now'>,
): Promise<Setting> => {
  const { version, date } = await policyAt(stores, academy, now)
  const [calendar, { closures }] = await Promise.all([
    calendarOf(stores, academy, version.policy),
    stores.open(academy, false),
  ])
  return { academy, date, now, version, calendar, closures }
}

interface Otherwise {
  readonly via: 'page'
  /** What is kept, where it is more than what was read. */
  readonly words: string
  readonly read?: (heard: Heard) => Heard
}

/** Keeps what somebody wrote and does what follows from it; `otherwise` where it did not come as a text. */
export const hearAs = async (
  text: InboundText,
  sender: Sender | undefined,
  setting: Setting,
  { stores, texts, log }: HearPorts,
  otherwise?: Otherwise,
): Promise<void> => {
  const { academy } = setting
  const mobile = e164(text.originationNumber)
  const read = await hear(text, sender, setting, stores)
  const whole = otherwise?.read ? otherwise.read(read) : read
  const heard = otherwise ? { ...whole, reply: { ...whole.reply, via: otherwise.via } } : whole
  const { reply } = heard
  const act = actingFor(reply, setting)
  if (await isFromAnEarlierDay(reply, setting, stores)) {
    log.write('REPLY_REPLAYED', { academy })
    return
  }
  // First, as a START is kept as dealt with: what is cut off here is done when the text is delivered again.
  if (reply.reading.kind === 'start') await allowAgain(mobile, setting, stores, act)
  const kept = await stores.keepReply(
    academy,
    reply,
    otherwise?.words ?? text.messageBody,
    act('reply-kept', { ...readingOf(reply), ...(otherwise ? { via: otherwise.via } : {}) }),
  )
  const known = { ...heard, reply: (kept === 'already' && (await keptReply(reply, setting, stores))) || reply }
  if (isSettled(known.reply.state) && reply.state !== known.reply.state) return
  const settled = settledIn(known.reply)
  for (const { contactId, because } of heard.stopped)
    await stores.putStop(academy, { contactId, because, mobile }, act('texts-stopped', { contact: contactId, because }))
  await pause({ reply, answered: known.answered.filter(({ key }) => !settled.includes(key)) }, setting, stores, act)
  const authorised = await authoriseIllness(known, settled, { mobile, sender, setting }, stores)
  await ask(heard, authorised, setting, stores, act)
  // The page has said its thanks.
  const thanks = otherwise ? undefined : acknowledgementOf(heard, sender, mobile, setting)
  if (thanks) await texts.send([thanks])
  log.write('REPLY_KEPT', { academy, reading: reply.reading.kind })
}
