/**
 * Whether the holder of a link may still read a child's record. A page says dates and reasons, so it is for parents as a letter is, and,
 * as it came by text, for a phone that may still be texted about this child. Asked at every opening: a link outlives no court order.
 * Source: Education Act 1996 section 576 (who is a parent).
 */

import { mayText, sharesBarredPhone } from '../contacts.ts'
import { isParent } from '../letter-recipients.ts'
import { onRoll, type Pupil, type PupilKey, type StoppedTexts } from '../people.ts'
import type { LocalDate } from '../time.ts'

export interface Reader {
  readonly contactId: string
  /** E.164: the phone that the link was sent to. */
  readonly sentTo: string
}

export const mayRead = (
  pupil: Pick<Pupil, 'key' | 'contacts' | 'admitted' | 'left'>,
  reader: Reader,
  when: {
    readonly date: LocalDate
    readonly stopped: readonly StoppedTexts[]
    /** Children of whom nothing automatic is said. */
    readonly held: readonly PupilKey[]
  },
): boolean => {
  const contact = pupil.contacts.find(({ contactId }) => contactId === reader.contactId)
  return (
    contact !== undefined &&
    contact.mobile === reader.sentTo &&
    isParent(contact) &&
    mayText(contact, when.date, when.stopped) &&
    !sharesBarredPhone(pupil, contact, when.date) &&
    !when.held.includes(pupil.key) &&
    onRoll(pupil, when.date)
  )
}
