/** Where a child lives, as far as it may be given to the authority: a confidential address, or one of somebody barred, never is. */
import { isBarred } from '../contacts.ts'
import { isSameHouse } from '../letters/address.ts'
import type { Contact, Pupil } from '../people.ts'
import type { LocalDate } from '../time.ts'
import { yes } from './extract.ts'

const isKept = (contact: Contact, contacts: readonly Contact[], date: LocalDate): boolean =>
  contact.addressConfidential ||
  contacts.some((other) => isSameHouse(other, contact) && (other.addressConfidential || isBarred(other, date)))

const addressOf = ({ address = [], postcode }: Contact): string =>
  [...address, ...(postcode === undefined ? [] : [postcode])].join(', ')

/** The cells about a child's home; blank for somebody who is on no roll any more. Adults kept from the child are not named. */
export const homeCells = (pupil: Pick<Pupil, 'contacts'> | undefined, date: LocalDate) => {
  const contacts = pupil?.contacts ?? []
  const home = contacts.filter((contact) => contact.livesWith && !isBarred(contact, date))
  const known = home.filter((contact) => addressOf(contact) !== '')
  const given = known.find((contact) => !isKept(contact, contacts, date))
  return {
    address: given ? addressOf(given) : null,
    addressWithheld: yes(given === undefined && known.length > 0),
    livesWith: home.map(({ name, relationship }) => `${name} (${relationship})`).join('; ') || null,
  }
}
