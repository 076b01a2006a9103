/**
 * A text that a member of staff writes to a family: through the message machine like every other, planned here and claimed on the card of the
 * first child just before it goes. A request that is made twice is one text.
 */
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { ReplyBody } from '../../../../events/api/conversations.ts'
import type { TextPlanned } from '../../../../events/text-planned.v1.ts'
import { whyNotWrite } from '../../../../shared/domain/may-write.ts'
import type { Contact, Pupil } from '../../../../shared/domain/people.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import type { Segments } from '../../../../shared/domain/segments.ts'
import { asWritten, byCarriers } from '../../../../shared/domain/texts/written.ts'
import { addMinutes } from '../../../../shared/domain/time.ts'
import type { WrittenText } from '../../../../shared/ports/written-store.ts'
import type { Call } from '../../call.ts'
import { findPupil } from '../pupils/find-pupil.ts'
import { repliesUntil, whyNotNow } from './when-to-write.ts'

export interface WrittenReply extends Segments {
  readonly id: string
  /** As the phone will show it. */
  readonly body: string
  readonly usefulUntil: string
}

/** The same words within this time are a button that was pressed twice. */
const AGAIN_MINUTES = 1
/** By then a claim whose process died is past its lease, and is settled by whoever takes the message again. */
const LOOKED_AFTER_SECONDS = 300

const HEADER = 'idempotency-key'
const KEY = /^[\x21-\x7E]{1,64}$/

const hashOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 32)

interface Addressed {
  readonly pupils: readonly Pupil[]
  readonly contact: Contact
}

/** The children it is about and the one contact of each of them, or why it may not be written. */
const addressed = async (call: Call, contactId: string, about: readonly string[]): Promise<Result<Addressed>> => {
  const { stopped, holds } = await call.stores.open(call.academy)
  const pupils: Pupil[] = []
  const contacts: Contact[] = []
  for (const id of new Set(about)) {
    const found = await findPupil(call.stores, call.academy, id)
    if (!found.ok) return found
    const pupil = found.value
    const contact = pupil.contacts.find((each) => each.contactId === contactId)
    if (!contact)
      return refused('no-contact', 'This is no contact of one of the children.', 'Name only their children.', 'about')
    const held = holds.some((hold) => hold.pupil === pupil.key)
    const why = whyNotWrite(pupil, contact, { date: call.date, stopped, held })
    if (why) return { ok: false, refusal: why }
    pupils.push(pupil)
    contacts.push(contact)
  }
  const [contact] = contacts
  if (!contact || contacts.some(({ mobile }) => mobile !== contact.mobile))
    return refused(
      'two-phones',
      'They have another number for each child.',
      'Write about one child at a time.',
      'about',
    )
  return ok({ pupils, contact })
}

const KEY_REUSED = refused(
  'key-reused',
  'Another text was asked for under this key.',
  'Give each text a key of its own.',
  HEADER,
)

/** Which text this request is: a new one, or the one that it asked for before. */
const textOf = async (call: Call, contactId: string, pupils: readonly Pupil[], body: string) => {
  const key = call.request.headers[HEADER]
  if (key !== undefined && !KEY.test(key))
    return refused('wrong-key', 'That is no key.', 'Use 1 to 64 letters, digits or signs without spaces.', HEADER)
  const asked = hashOf(contactId, ...pupils.map((pupil) => pupil.key).toSorted(), body)
  const request = key === undefined ? undefined : hashOf('key', call.caller.sub, key)
  const before = request === undefined ? undefined : await call.stores.writtenUnder(call.academy, request)
  if (before) return before.asked === asked ? ok(before) : KEY_REUSED
  const fresh: WrittenText = { step: call.world.ids.fresh(), date: call.date, at: call.now, asked }
  const since = addMinutes(call.now, -AGAIN_MINUTES)
  const text = await call.stores.firstWritten(call.academy, hashOf('words', asked), fresh, since)
  if (request === undefined) return ok(text)
  const first = await call.stores.firstWritten(call.academy, request, text)
  return first.asked === asked ? ok(first) : KEY_REUSED
}

/** Plans the text. The message is put on the queue twice: the second, later, finds it gone or settles what a process left behind. */
export const writeReply = async (
  call: Call,
  contactId: string,
  wanted: z.output<typeof ReplyBody>,
): Promise<Result<WrittenReply>> => {
  const { policy } = call
  const notNow = whyNotNow(call)
  if (notNow) return { ok: false, refusal: notNow }
  const to = await addressed(call, contactId, wanted.about)
  if (!to.ok) return to
  const { body, lost, alphabet, units, parts } = asWritten(byCarriers(policy), wanted.body)
  if (lost.length > 0)
    return refused('letters', `These letters cannot be sent: ${lost.join(' ')}`, 'Write it without them.', 'body')
  const text = await textOf(call, contactId, to.value.pupils, body)
  if (!text.ok) return text
  const { step, date } = text.value
  const planned: TextPlanned = {
    to: 'contact',
    academy: call.academy,
    date,
    // Of no session; part of where it is claimed, so it must not change when the request comes again in the afternoon.
    session: 'AM',
    kind: 'reply',
    step,
    pupils: to.value.pupils.map(({ key }) => key).toSorted(),
    contactId,
    ringOnly: false,
    usefulUntil: repliesUntil(call, date),
    rule: 'staff-reply',
    clause: 'Clear and effective ways of communicating and sharing information with the school community',
    policy: call.policyVersion,
    written: { by: call.caller.sub, body },
  }
  const queue = call.world.queue(call.env.TEXTS_QUEUE_URL)
  await queue.send([planned])
  await queue.send([planned], { delaySeconds: LOOKED_AFTER_SECONDS })
  return ok({ id: step, body, usefulUntil: planned.usefulUntil, alphabet, units, parts })
}
