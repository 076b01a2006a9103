/** Who sent a reply, as they stand today towards the children it is about. */
import { type Entitlement, entitlementOf } from '../../../../shared/domain/contacts.ts'
import type { Reply } from '../../../../shared/domain/known.ts'
import type { Pupil } from '../../../../shared/domain/people.ts'
import type { Speaker } from './refuse-speaker.ts'

/** The worst first: where one child of two is barred to the sender, the sender is shown as barred. */
const WORST: readonly Entitlement[] = ['barred', 'not-entitled', 'entitled']

/** Everybody who answers the phone that the reply came from, as far as these children's contacts tell. */
const onThatPhone = (contactId: string, pupils: readonly Pupil[]): readonly string[] => {
  const contacts = pupils.flatMap((pupil) => pupil.contacts)
  const mobiles = contacts.filter((contact) => contact.contactId === contactId).map(({ mobile }) => mobile)
  const sharing = contacts.filter(({ mobile }) => mobile !== undefined && mobiles.includes(mobile))
  return [...new Set([contactId, ...sharing.map((contact) => contact.contactId)])]
}

/** How the sender of a reply stands on a date towards some of the children it is about. Without a child here, they speak for none. */
export const senderOf = (
  reply: Pick<Reply, 'contactId'>,
  { children, about }: { readonly children: readonly Pupil[]; readonly about: readonly Pupil[] },
  date: string,
): Speaker => {
  if (reply.contactId === undefined) return 'unknown'
  const phone = onThatPhone(reply.contactId, children)
  const standings = about.map((pupil) => entitlementOf(pupil, phone, date))
  return WORST.find((standing) => standings.includes(standing)) ?? 'not-entitled'
}
