/** A visit to a home, unless nobody may go there. */
import { isBarred } from './contacts.ts'
import type { Facts } from './facts.ts'
import type { TaskOrder } from './order.ts'
import type { Contact, Pupil, PupilKey } from './people.ts'
import type { Instant, LocalDate } from './time.ts'

type Visit = Omit<TaskOrder, 'rule' | 'clause'>

/**
 * True when the child lives at an address that is confidential, or only with somebody barred from the child: such an address is
 * never visited and no card is left there. Source: design of the policy's contacts; Children Act 1989 section 8 orders.
 */
export const isNeverVisited = ({ contacts }: Pick<Pupil, 'contacts'>, date: LocalDate): boolean => {
  const homes = contacts.filter((contact) => contact.livesWith)
  if (homes.some((contact) => contact.addressConfidential)) return true
  return homes.length > 0 && homes.every((contact) => isBarred(contact, date))
}

/** Where somebody may be found at home: of those who live with the child, whoever is not barred from the child. */
export const homesOf = (pupil: Pick<Pupil, 'contacts'>, date: LocalDate): readonly Contact[] =>
  isNeverVisited(pupil, date) ? [] : pupil.contacts.filter((contact) => contact.livesWith && !isBarred(contact, date))

const mayNotVisit = (facts: Facts, key: PupilKey): boolean => {
  const pupil = facts.pupil(key)
  return pupil !== undefined && isNeverVisited(pupil, facts.known.date)
}

/** The visit as asked for, or the same duty in the safeguarding lead's hands where nobody may go to the door. */
export const visitOrSafeguarding = (facts: Facts, visit: Visit): Visit =>
  visit.pupils.some((pupil) => mayNotVisit(facts, pupil))
    ? {
        ...visit,
        kind: 'safeguarding',
        doers: ['dsl'],
        urgent: true,
        why: 'A visit is due, but the address of this child is not to be visited. Decide how the child is found.',
      }
    : visit

/** What whoever goes to a family's door must know first. It stands until somebody ends it. */
export interface VisitRisk {
  readonly pupil: PupilKey
  readonly note: string
  /** Nobody goes there alone. */
  readonly twoPeople: boolean
  readonly by: string
  readonly at: Instant
}
