/**
 * Brothers and sisters for the work with a family: children who share a parent whom the school may ask to a meeting about each of them. Children who
 * share nothing but a house, or a parent who is kept from one of them, are no household here.
 */
import { isBarred } from '../contacts.ts'
import { parentsInLaw } from '../penalties/obstacles.ts'
import type { Pupil } from '../people.ts'
import type { LocalDate } from '../time.ts'

type Family = Pick<Pupil, 'contacts'>

const mayBeAsked = (pupil: Family, date: LocalDate): readonly string[] =>
  parentsInLaw(pupil)
    .filter((parent) => !isBarred(parent, date))
    .map(({ contactId }) => contactId)

/** Contact ids of the parents that both children share on a date. */
export const sharedParents = (one: Family, other: Family, date: LocalDate): readonly string[] => {
  const theirs = new Set(mayBeAsked(other, date))
  return mayBeAsked(one, date).filter((contactId) => theirs.has(contactId))
}
