/**
 * The one function that picks to whom a letter about a child is written, beside `contacts.ts` for texts. A letter says a rate and
 * reasons, so it goes to parents in law alone, each to their own address; whose address may not be printed is named for a person.
 */
import { isBarred } from './contacts.ts'
import { isSameHouse, windowLines } from './letters/address.ts'
import type { Addressee } from './letters/letter.ts'
import type { Contact, Pupil } from './people.ts'
import type { LocalDate } from './time.ts'

/**
 * Why a parent who is entitled gets no letter by post: the school must reach them in another way.
 * `confidential`: the address, or that of somebody else in the same house, must never be printed · `shared-with-barred`: somebody
 * barred from this child lives at it · `no-address`: there is none that can be posted to · `not-wanted`: letters are not allowed.
 */
export type Unposted = 'confidential' | 'shared-with-barred' | 'no-address' | 'not-wanted'

export interface LetterRecipients {
  readonly to: readonly Addressee[]
  readonly unposted: readonly { readonly contactId: string; readonly because: Unposted }[]
}

/**
 * A parent in law who may be told: with parental responsibility, or with care of the child they live with. Source: Education Act 1996
 * section 576.
 */
export const isParent = (contact: Contact): boolean =>
  contact.parentalResponsibility || (contact.livesWith && contact.hasCare)

const whyNot = (pupil: Pick<Pupil, 'contacts'>, contact: Contact, date: LocalDate): Unposted | undefined => {
  const house = pupil.contacts.filter((other) => isSameHouse(other, contact))
  if (contact.addressConfidential || house.some((other) => other.addressConfidential)) return 'confidential'
  if (house.some((other) => isBarred(other, date))) return 'shared-with-barred'
  return contact.lettersAllowed ? undefined : 'not-wanted'
}

const addressee = ({ contactId, name, address = [], postcode = '' }: Contact): Addressee | undefined =>
  windowLines({ name, address, postcode }) && { contactId, name, address, postcode }

/** Each parent who gets a letter about this child on a date, in order of priority, and each who is entitled to one that cannot be posted. */
export const letterRecipients = (pupil: Pick<Pupil, 'contacts'>, date: LocalDate): LetterRecipients => {
  const parents = pupil.contacts
    .filter((contact) => isParent(contact) && !isBarred(contact, date))
    .toSorted((one, other) => one.priority - other.priority || (one.contactId < other.contactId ? -1 : 1))
  const to: Addressee[] = []
  const unposted: { contactId: string; because: Unposted }[] = []
  for (const parent of parents) {
    const because = whyNot(pupil, parent, date)
    const address = addressee(parent)
    if (because === undefined && address !== undefined) to.push(address)
    else unposted.push({ contactId: parent.contactId, because: because ?? 'no-address' })
  }
  return { to, unposted }
}
