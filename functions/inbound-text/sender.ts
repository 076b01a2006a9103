/** Who sent a text, and about which children it may be heard. */
import { isBarred } from '../../shared/domain/contacts.ts'
import type { Pupil } from '../../shared/domain/people.ts'
import type { Stores } from '../../shared/ports/stores.ts'

export interface Sender {
  readonly contactId: string
  /** Children about whom this contact may be heard. */
  readonly children: readonly Pupil[]
  /** Children about whom a court or the school has said they may not. */
  readonly barredFrom: readonly Pupil[]
}

/** The sender, or `undefined` when the number is no contact's of this academy. */
export const findSender = async (
  stores: Stores,
  academy: string,
  mobile: string,
  today: string,
): Promise<Sender | undefined> => {
  const matches = await stores.roll.contactsOfMobile(academy, mobile, today)
  const [first] = matches
  if (!first) return undefined
  const ids = matches.map((match) => match.contactId)
  const pupils = Object.values(
    await stores.roll.pupils(academy, [...new Set(matches.flatMap((match) => match.pupils))], true),
  )
  const barred = (pupil: Pupil) =>
    pupil.contacts.some((contact) => ids.includes(contact.contactId) && isBarred(contact, today))
  return {
    contactId: first.contactId,
    children: pupils.filter((pupil) => !barred(pupil)),
    barredFrom: pupils.filter(barred),
  }
}
