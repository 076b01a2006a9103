/** Who sent a text, and about which children it may be heard. */
import { entitlementOf } from '../domain/contacts.ts'
import { onRoll, type Pupil, type PupilKey } from '../domain/people.ts'
import type { Stores } from '../ports/stores.ts'

export interface Sender {
  readonly contactId: string
  /** Everybody of this academy who has the number. */
  readonly contactIds: readonly string[]
  /** Children about whom this number may be heard. */
  readonly children: readonly Pupil[]
  /** Of those: children whom nobody with this number is a parent or carer of, or lives with. What is said of them is not contact. */
  readonly notTheirs: readonly Pupil[]
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
  const matches = await stores.roll.contactsOfNumber(academy, mobile, today)
  const [first] = matches
  if (!first) return undefined
  const contactIds = [...new Set(matches.map((match) => match.contactId))]
  const keys = [...new Set(matches.flatMap((match) => match.pupils))]
  return senderOf(contactIds, first.contactId, await onRollOf(stores, academy, keys, today), today)
}

/** Whoever was written to about a child, known by their record alone; `undefined` when they are no contact of the child any more. */
export const findWriter = async (
  stores: Stores,
  academy: string,
  { contactId, pupil }: { readonly contactId: string; readonly pupil: PupilKey },
  today: string,
): Promise<Sender | undefined> => {
  const pupils = (await onRollOf(stores, academy, [pupil], today)).filter(({ contacts }) =>
    contacts.some((each) => each.contactId === contactId),
  )
  return pupils.length === 0 ? undefined : senderOf([contactId], contactId, pupils, today)
}

const onRollOf = async (
  stores: Stores,
  academy: string,
  keys: readonly PupilKey[],
  today: string,
): Promise<readonly Pupil[]> =>
  Object.values(await stores.roll.pupils(academy, keys, true)).filter((pupil) => onRoll(pupil, today))

const senderOf = (
  contactIds: readonly string[],
  contactId: string,
  pupils: readonly Pupil[],
  today: string,
): Sender => {
  const standing = (pupil: Pupil) => entitlementOf(pupil, contactIds, today)
  const children = pupils.filter((pupil) => standing(pupil) !== 'barred')
  return {
    contactId,
    contactIds,
    children,
    notTheirs: children.filter((pupil) => standing(pupil) === 'not-entitled'),
    barredFrom: pupils.filter((pupil) => standing(pupil) === 'barred'),
  }
}
