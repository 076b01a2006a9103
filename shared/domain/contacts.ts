/**
 * The one function that picks whom to text about a child. Court orders, do-not-contact, STOP and mobiles are obeyed here and
 * nowhere else; dispatch asks again just before handing over.
 */
import type { Policy } from '../../academies/policy.ts'
import type { Contact, Pupil, StoppedTexts } from './people.ts'
import type { LocalDate } from './time.ts'

const UK_MOBILE = /^\+447\d{9}$/

/** A court order about this child is live on the date. */
export const isBarred = (contact: Contact, date: LocalDate): boolean =>
  contact.noContact || (contact.courtRestriction && (contact.courtUntil === undefined || date <= contact.courtUntil))

/** Every number that somebody answers, in E.164. */
export const numbersOf = ({ mobile, landline }: Pick<Contact, 'mobile' | 'landline'>): readonly string[] =>
  [...new Set([mobile, landline])].filter((number) => number !== undefined)

/** The person, or whoever has the phone, texted STOP: an import that gives the person a new id or number changes nothing. */
export const hasStopped = (contact: Contact, stopped: readonly StoppedTexts[]): boolean =>
  stopped.some(
    (stop) => stop.mobile === contact.mobile || (stop.because === 'stop' && stop.contactId === contact.contactId),
  )

/** May be texted about this child: texts allowed, not barred, not stopped, and a valid UK mobile. */
export const mayText = (contact: Contact, date: LocalDate, stopped: readonly StoppedTexts[]): boolean =>
  contact.textsAllowed &&
  !isBarred(contact, date) &&
  !hasStopped(contact, stopped) &&
  contact.mobile !== undefined &&
  UK_MOBILE.test(contact.mobile)

/** The phone is also that of somebody barred from this child: whoever reads it, no text about the child goes there. */
export const sharesBarredPhone = (pupil: Pick<Pupil, 'contacts'>, contact: Contact, date: LocalDate): boolean =>
  pupil.contacts.some((other) => other.mobile !== undefined && other.mobile === contact.mobile && isBarred(other, date))

/**
 * Neither a parent in law nor living with the child: such a person may be asked to ring the school and told nothing else.
 * Source: Education Act 1996 section 576; data protection: no reason, rate or code to a neighbour.
 */
export const isRingOnly = (contact: Contact): boolean => !contact.parentalResponsibility && !contact.livesWith

/** How somebody stands towards a child: whether what they say of the child is contact made. */
export type Entitlement = 'entitled' | 'not-entitled' | 'barred'

/**
 * How a person, or everybody who answers one phone, stands towards a child on a date. Not entitled is who is no parent, does not live
 * with the child and has no care of them: what a neighbour says is not contact. Source: Education Act 1996 section 576.
 */
export const entitlementOf = (
  pupil: Pick<Pupil, 'contacts'>,
  contactIds: readonly string[],
  date: LocalDate,
): Entitlement => {
  const own = pupil.contacts.filter((contact) => contactIds.includes(contact.contactId))
  if (own.some((contact) => isBarred(contact, date))) return 'barred'
  return own.some((contact) => !isRingOnly(contact) || contact.hasCare) ? 'entitled' : 'not-entitled'
}

const lowestPriority = (contacts: readonly Contact[]): readonly Contact[] => {
  const lowest = Math.min(...contacts.map((contact) => contact.priority))
  return contacts.filter((contact) => contact.priority === lowest)
}

/**
 * The contacts a text about this child goes to, in order of priority.
 * `entitled`: as the policy's `recipients` says; `next`: the lowest priority not yet tried; `all`: everybody eligible;
 * a list: those of them still eligible. Empty means that nobody may be texted, and a person must ring.
 */
export const recipientsFor = (
  pupil: Pupil,
  to: 'entitled' | 'next' | 'all' | readonly string[],
  when: {
    readonly policy: Policy
    readonly date: LocalDate
    readonly stopped: readonly StoppedTexts[]
    readonly tried: readonly string[]
  },
): readonly Contact[] => {
  const eligible = pupil.contacts
    .filter((contact) => mayText(contact, when.date, when.stopped) && !sharesBarredPhone(pupil, contact, when.date))
    .toSorted((one, other) => one.priority - other.priority || one.contactId.localeCompare(other.contactId))
  if (typeof to !== 'string') return eligible.filter((contact) => to.includes(contact.contactId))
  if (to === 'all') return eligible
  const untried = eligible.filter((contact) => !when.tried.includes(contact.contactId))
  if (to === 'next') return untried.length === 0 ? [] : lowestPriority(untried)
  if (eligible.length === 0) return []
  const chosen =
    when.policy.texts.recipients === 'all-resident'
      ? eligible.filter((contact) => contact.livesWith)
      : when.policy.texts.recipients === 'all-responsible'
        ? eligible.filter((contact) => contact.parentalResponsibility)
        : []
  return chosen.length > 0 ? chosen : lowestPriority(eligible)
}
