/** What may be written to a contact at this moment, and about which of their children: asked before the words are written, and again after. */
import { whyNotWrite } from '../../../../shared/domain/may-write.ts'
import type { Pupil } from '../../../../shared/domain/people.ts'
import type { Refusal } from '../../../../shared/domain/result.ts'
import { quietUntil } from '../../../../shared/domain/texts/limits.ts'
import { instantOf } from '../../../../shared/domain/time.ts'
import type { Call } from '../../call.ts'

/** The instant after which a reply of this date is not sent. */
export const repliesUntil = ({ policy }: Pick<Call, 'policy'>, date: string): string =>
  instantOf(date, policy.texts.usefulUntil.reply, policy.zone)

/** Why staff may write to nobody at this moment; `undefined` when they may. */
export const whyNotNow = (call: Pick<Call, 'policy' | 'now' | 'date'>): Refusal | undefined => {
  const { policy, now, date } = call
  if (now >= repliesUntil(call, date))
    return {
      code: 'too-late',
      why: `The school sends no replies after ${policy.texts.usefulUntil.reply}.`,
      remedy: 'Ring them, or write tomorrow.',
    }
  if (quietUntil(policy, now) !== undefined)
    return {
      code: 'quiet-hours',
      why: `No family is texted before ${policy.texts.quiet.until} or from ${policy.texts.quiet.from}.`,
      remedy: `Write after ${policy.texts.quiet.until}; ring where it cannot wait.`,
    }
  return undefined
}

/** Of these children, why nothing may be written to the contact about each: `undefined` where it may. */
export const whyNotAbout = async (
  call: Call,
  contactId: string,
  pupils: readonly Pupil[],
): Promise<readonly (Refusal | undefined)[]> => {
  const { stopped, holds } = await call.stores.open(call.academy)
  return pupils.map((pupil) => {
    const contact = pupil.contacts.find((each) => each.contactId === contactId)
    if (!contact) return { code: 'no-contact', why: 'They are no contact of this child.', remedy: 'Ask a contact.' }
    return whyNotWrite(pupil, contact, {
      date: call.date,
      stopped,
      held: holds.some((hold) => hold.pupil === pupil.key),
    })
  })
}
