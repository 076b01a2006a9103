/** Words of the school to a family about one child, through the machine of the texts that staff write: whatever keeps one from going is a task. */

import type { WordingName } from '../../../../academies/policy.ts'
import type { TextPlanned } from '../../../../events/text-planned.v1.ts'
import { isRingOnly, recipientsFor } from '../../../../shared/domain/contacts.ts'
import { type Contact, firstName, type Pupil } from '../../../../shared/domain/people.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import { compose, type ToSay } from '../../../../shared/domain/texts/compose.ts'
import { quietUntil } from '../../../../shared/domain/texts/limits.ts'
import { instantOf } from '../../../../shared/domain/time.ts'
import type { Call } from '../../call.ts'

/** By then a claim whose process died is past its lease, and is settled by whoever takes the message again. */
const LOOKED_AFTER_SECONDS = 300

/** `step` names the text: planned twice on one day it is one. */
export interface ToTell extends Pick<ToSay, 'leave'> {
  readonly wording: WordingName
  readonly step: string
  readonly rule: string
  readonly clause: string
}

/** Why a family cannot be texted at this hour. */
export const refuseHour = (call: Call): Result<undefined> => {
  const { quiet, usefulUntil } = call.policy.texts
  if (
    quietUntil(call.policy, call.now) !== undefined ||
    call.now >= instantOf(call.date, usefulUntil.reply, call.policy.zone)
  )
    return refused(
      'quiet-hours',
      `The school sends no such texts before ${quiet.until} or after ${usefulUntil.reply}.`,
      'Do it in the day, or tell the family by letter or in person.',
      'tell',
    )
  return ok(undefined)
}

const planned = (call: Call, pupil: Pupil, contact: Contact, tell: ToTell): TextPlanned => {
  const { policy } = call
  const { body } = compose(policy, {
    wording: tell.wording,
    ringOnly: 'late-ring-only',
    isRingOnly: false,
    names: [firstName(pupil)],
    date: call.date,
    session: 'AM',
    time: call.time,
    ...(tell.leave ? { leave: tell.leave } : {}),
    ...(contact.language === undefined ? {} : { language: contact.language }),
  })
  return {
    to: 'contact',
    academy: call.academy,
    date: call.date,
    session: 'AM',
    kind: 'reply',
    step: tell.step,
    pupils: [pupil.key],
    contactId: contact.contactId,
    ringOnly: false,
    usefulUntil: instantOf(call.date, policy.texts.usefulUntil.reply, policy.zone),
    rule: tell.rule,
    clause: tell.clause,
    policy: call.policyVersion,
    written: { by: call.caller.sub, body },
  }
}

/** Plans one text to each parent and whoever lives with the child who may be texted; answers to whom. */
export const textFamily = async (call: Call, pupil: Pupil, tell: ToTell): Promise<Result<readonly string[]>> => {
  const { stopped, holds } = await call.stores.open(call.academy)
  if (holds.some((hold) => hold.pupil === pupil.key))
    return refused('on-hold', 'The child is on hold.', 'Decide whether and how the family is told.')
  const family = pupil.contacts.filter((contact) => !isRingOnly(contact)).map(({ contactId }) => contactId)
  const to = recipientsFor(pupil, family, { policy: call.policy, date: call.date, stopped, tried: [] })
  if (to.length === 0) return refused('nobody', 'There is nobody whom we may text.', 'Tell the family in another way.')
  const texts = to.map((contact) => planned(call, pupil, contact, tell))
  const queue = call.world.queue(call.env.TEXTS_QUEUE_URL)
  await queue.send(texts)
  await queue.send(texts, { delaySeconds: LOOKED_AFTER_SECONDS })
  return ok(to.map(({ contactId }) => contactId))
}
