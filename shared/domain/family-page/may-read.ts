/**
 * Whether the holder of a link may still read a child's record. A page says dates and reasons, so it is for parents as a letter is; where
 * it came by text, for a phone that may still be texted about this child, and by letter, at an address that may still be written to. Asked at every opening: a link outlives no court order.
 * Source: Education Act 1996 section 576 (who is a parent).
 */

import { mayText, sharesBarredPhone } from '../contacts.ts'
import { isParent, letterRecipients } from '../letter-recipients.ts'
import { addressMark } from '../letters/address.ts'
import { type Contact, onRoll, type Pupil, type PupilKey, type StoppedTexts } from '../people.ts'
import type { LocalDate } from '../time.ts'

export interface Reader {
  readonly contactId: string
  /** E.164: the phone that the link was sent to. */
  readonly sentTo?: string
  /** The mark of the address that the letter went to. */
  readonly postedTo?: string
}

interface When {
  readonly date: LocalDate
  readonly stopped: readonly StoppedTexts[]
  /** Children of whom nothing automatic is said. */
  readonly held: readonly PupilKey[]
}

type Child = Pick<Pupil, 'key' | 'contacts' | 'admitted' | 'left'>

const isStillTexted = (pupil: Child, contact: Contact, { sentTo }: Reader, { date, stopped }: When): boolean =>
  sentTo !== undefined &&
  contact.mobile === sentTo &&
  mayText(contact, date, stopped) &&
  !sharesBarredPhone(pupil, contact, date)

const isStillWrittenTo = (pupil: Child, { contactId, postedTo }: Reader, { date }: When): boolean =>
  letterRecipients(pupil, date).to.some((to) => to.contactId === contactId && addressMark(to) === postedTo)

export const mayRead = (pupil: Child, reader: Reader, when: When): boolean => {
  const contact = pupil.contacts.find(({ contactId }) => contactId === reader.contactId)
  return (
    contact !== undefined &&
    isParent(contact) &&
    (reader.postedTo === undefined
      ? isStillTexted(pupil, contact, reader, when)
      : isStillWrittenTo(pupil, reader, when)) &&
    !when.held.includes(pupil.key) &&
    onRoll(pupil, when.date)
  )
}
