/** An address that no export writes is not lost by importing that export. */
import type { Contact, Pupil } from '../domain/people.ts'
import type { ContactRow } from './contacts.ts'
import { livesUnsaid } from './write-files.ts'

/**
 * Contacts of a file, those who are not to be found with the address that is live where the file gives none: a blank cell there
 * says that it was not written down, not that there is none.
 */
export const keepAddresses = (before: readonly Pupil[], rows: readonly ContactRow[]): readonly ContactRow[] => {
  const had = new Map<string, Contact>(
    before.flatMap(({ key, contacts }) => contacts.map((contact) => [`${key} ${contact.contactId}`, contact] as const)),
  )
  return rows.map((row): ContactRow => {
    const { pupil, contact } = row
    const was = had.get(`${pupil} ${contact.contactId}`)
    if (was === undefined || !livesUnsaid(contact) || contact.address !== undefined || contact.postcode !== undefined)
      return row
    const { address, postcode } = was
    return { pupil, contact: { ...contact, ...(address ? { address } : {}), ...(postcode ? { postcode } : {}) } }
  })
}
