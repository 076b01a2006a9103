import type * as z from 'zod'
import type { PupilAnswer } from '../../events/api/pupils.ts'
import { addressOf } from '../client/address.ts'

export type PupilShown = z.output<typeof PupilAnswer>
type Contact = PupilShown['contacts'][number]

/** Nobody rings or writes to them about this child. */
export const isBarred = ({ mayBeTold }: Contact): boolean => mayBeTold.startsWith('nothing')

/** A number as people read it out. */
export const spaced = (number: string): string => number.replace(/^\+44(\d{4})(\d{6})$/, '0$1 $2').replace(/^\+44/, '0')

interface ContactListProps {
  readonly pupil: string
  readonly contacts: readonly Contact[]
}

/** Whom to ring, in the school's order, and what each may be told. */
export const ContactList = ({ pupil, contacts }: ContactListProps) => (
  <ol className="fb-contacts">
    {contacts
      .toSorted((one, other) => one.priority - other.priority)
      .map((contact) => (
        <li key={contact.contactId} className={isBarred(contact) ? 'fb-contact fb-contact--barred' : 'fb-contact'}>
          <span className="fb-contact__name">
            {contact.name}, {contact.relationship}
          </span>
          {isBarred(contact)
            ? null
            : [contact.mobile, contact.landline].map((number) =>
                number === undefined ? null : (
                  <a key={number} className="govuk-link" href={`tel:${number}`}>
                    {spaced(number)}
                  </a>
                ),
              )}
          {isBarred(contact) ? null : (
            <a className="govuk-link" href={addressOf('conversations', contact.contactId, pupil)}>
              Messages<span className="govuk-visually-hidden"> with {contact.name}</span>
            </a>
          )}
          <span className="fb-contact__told">
            {isBarred(contact) ? 'Do not contact about this child.' : `May be told: ${contact.mayBeTold}.`}
            {contact.stopped ? ' Wants no texts.' : ''}
            {contact.language === undefined || contact.language === 'en' ? '' : ` Language: ${contact.language}.`}
          </span>
        </li>
      ))}
  </ol>
)
