import type { Pupil, PupilKey } from '../domain/people.ts'
import type { AnyCall } from './call.ts'

/** The pupil and everybody who shares a contact's mobile with them: what is said to one parent is said to the family. */
export const familyOf = async (call: AnyCall, pupil: Pupil): Promise<readonly PupilKey[]> => {
  const mobiles = [...new Set(pupil.contacts.flatMap(({ mobile }) => (mobile === undefined ? [] : [mobile])))]
  const shared = await Promise.all(
    mobiles.map((mobile) => call.stores.roll.contactsOfNumber(call.academy, mobile, call.date)),
  )
  return [...new Set([pupil.key, ...shared.flat().flatMap(({ pupils }) => pupils)])]
}
