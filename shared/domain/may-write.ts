/** Whether staff may write to a contact about a child: what stops any other text stops this one, and a person is told why. */
import { hasStopped, isBarred, isRingOnly, mayText, sharesBarredPhone } from './contacts.ts'
import type { Contact, Pupil, StoppedTexts } from './people.ts'
import type { Refusal } from './result.ts'
import type { LocalDate } from './time.ts'

const RING = 'Ring them instead.'

/** The reason against, with what to do instead; `undefined` when the text may go. Dispatch asks the same of every text again. */
export const whyNotWrite = (
  pupil: Pupil,
  contact: Contact,
  when: { readonly date: LocalDate; readonly stopped: readonly StoppedTexts[]; readonly held: boolean },
): Refusal | undefined => {
  if (isBarred(contact, when.date))
    return {
      code: 'barred',
      why: 'They are barred from this child by a court or by the school.',
      remedy: 'Send nothing. Ask the safeguarding lead.',
    }
  if (sharesBarredPhone(pupil, contact, when.date))
    return {
      code: 'barred-phone',
      why: 'Somebody who is barred from this child has the same phone.',
      remedy: 'Send nothing to it. Ask the safeguarding lead.',
    }
  if (hasStopped(contact, when.stopped))
    return {
      code: 'stopped',
      why: 'They have stopped our texts.',
      remedy: 'Ring them. Texts go again once they text START, or allow it.',
    }
  if (!contact.textsAllowed)
    return { code: 'texts-not-allowed', why: 'The school holds that they want no texts.', remedy: RING }
  if (!mayText(contact, when.date, when.stopped))
    return { code: 'no-mobile', why: 'They have no UK mobile that can be texted.', remedy: RING }
  if (isRingOnly(contact))
    return {
      code: 'ring-only',
      why: 'They are neither a parent in law nor live with the child, so nothing may be written to them about the child.',
      remedy: 'Ask them to ring the school, or write to a parent.',
    }
  if (when.held)
    return {
      code: 'on-hold',
      why: 'The child is on hold: no text goes to the family.',
      remedy: 'Ask the named person, or end the hold first.',
    }
  return undefined
}
