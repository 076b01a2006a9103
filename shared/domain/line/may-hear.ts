/** Whose names a calling number may hear. Stricter than whose word counts: a name that is spoken cannot be taken back. */
import { entitlementOf, isBarred, isRingOnly, numbersOf } from '../contacts.ts'
import { firstName, type Pupil } from '../people.ts'
import type { LocalDate } from '../time.ts'
import type { LineChild } from './call.ts'

/**
 * True when everybody who answers this number is entitled to the child, one of them by more than being asked to ring, and the number is
 * theirs today: one given up may be a stranger's already.
 */
export const mayHearOf = (
  pupil: Pick<Pupil, 'contacts'>,
  number: string,
  contactIds: readonly string[],
  date: LocalDate,
): boolean => {
  if (entitlementOf(pupil, contactIds, date) !== 'entitled') return false
  const own = pupil.contacts.filter(
    (contact) => contactIds.includes(contact.contactId) && numbersOf(contact).includes(number),
  )
  const isShared = pupil.contacts.some((other) => isBarred(other, date) && numbersOf(other).includes(number))
  return own.some((contact) => !isRingOnly(contact)) && !isShared
}

/** The children of whom the line may speak to this number, the eldest first. */
export const childrenHeard = (
  pupils: readonly Pupil[],
  number: string,
  contactIds: readonly string[],
  date: LocalDate,
): readonly LineChild[] =>
  pupils
    .filter((pupil) => mayHearOf(pupil, number, contactIds, date))
    .map((pupil) => ({ key: pupil.key, name: firstName(pupil), dateOfBirth: pupil.dateOfBirth }))
    .toSorted((one, other) => `${one.dateOfBirth} ${one.key}`.localeCompare(`${other.dateOfBirth} ${other.key}`))
