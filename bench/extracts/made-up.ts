/** The people and codes of a made-up trust: each a function of a pupil's number, so that what is loaded twice is the same. */

import type { Code } from '../../shared/domain/codes.ts'
import { noPenalties, type PenaltyRecord } from '../../shared/domain/penalties/record.ts'
import type { Agency, Contact, Pupil } from '../../shared/domain/people.ts'
import { type AuthorityReturn, childOf, returnId } from '../../shared/domain/returns/authority-return.ts'
import type { Instant, LocalDate } from '../../shared/domain/time.ts'

const CLASS_SIZE = 30
/** The numbers that are kept for drama. */
const NUMBERS = 1000

const keyOf = (index: number): string => index.toString(36).padStart(3, '0')

export const classOf = (index: number): string => `c${Math.floor(index / CLASS_SIZE)}`

export const pupilOf = (index: number): Omit<Pupil, 'contacts' | 'agencies'> => ({
  key: keyOf(index),
  pupilId: `P${index}`,
  upn: `Z9000000${String(index).padStart(5, '0')}`,
  forename: `Pupil${index}`,
  surname: `Made-up${index % 97}`,
  dateOfBirth: `${2014 + (index % 6)}-0${1 + (index % 9)}-15`,
  sex: index % 2 === 0 ? 'F' : 'M',
  yearGroup: String(1 + (index % 6)),
  classId: classOf(index),
  admitted: '2023-09-04',
  flags: index % 50 === 0 ? ['lookedAfter'] : index % 4 === 0 ? ['fsm'] : [],
  senStatus: index % 7 === 0 ? 'K' : 'N',
})

/** Two adults at one address, as most pupils have. */
export const contactsOf = (index: number): readonly Contact[] =>
  [0, 1].map((which) => ({
    contactId: `a${index * 2 + which}`,
    priority: which + 1,
    name: `Adult${which} Made-up${index % 97}`,
    relationship: 'parent',
    parentalResponsibility: true,
    livesWith: true,
    hasCare: true,
    mobile: `+447700900${String((index * 2 + which) % NUMBERS).padStart(3, '0')}`,
    address: [`${index + 1} Meadow Lane`, 'Eastmoor'],
    postcode: 'NG99 1AB',
    addressConfidential: index % 100 === 0,
    textsAllowed: true,
    lettersAllowed: true,
    noContact: false,
    courtRestriction: false,
  }))

/** A looked-after pupil is known to the Virtual School of this name. */
export const agenciesOf = (index: number, virtualSchool: string): readonly Agency[] =>
  pupilOf(index).flags.includes('lookedAfter') ? [{ kind: 'virtual-school', name: virtualSchool }] : []

/** The same code for the same pupil and session however often it is asked: about 94% present; every fortieth pupil is below the line. */
export const codeOf = (index: number, day: number, session: 'AM' | 'PM'): Code => {
  const spell = (index * 31 + Math.floor(day / 2) * 17) % 100
  if (spell < 4) return 'I'
  if (spell < 5 || (index % 40 === 39 && spell < 15)) return 'O'
  if (spell < 6) return 'C'
  return session === 'AM' ? (spell === 6 ? 'L' : '/') : '\\'
}

/** One pupil in fifty has a return that was sent to the authority on a date: an absence, or a sickness. */
export const returnOf = (index: number, on: LocalDate, at: Instant): AuthorityReturn | undefined => {
  if (index % 50 !== 1) return undefined
  const pupil = pupilOf(index)
  const kind = index % 100 === 1 ? 'absence' : 'sickness'
  return {
    id: returnId(kind, pupil.key, on),
    version: 0,
    kind,
    pupil: pupil.key,
    child: childOf(pupil),
    from: on,
    days: 10,
    asked: on,
    due: on,
    enquiries: [],
    entries: [{ by: 'lead', at, state: 'sent', on, how: 'With the weekly extract.' }],
  }
}

/** One pupil in a hundred was referred for a penalty notice. */
export const referredOf = (index: number, on: LocalDate, at: Instant): PenaltyRecord | undefined => {
  if (index % 100 !== 2) return undefined
  const { key, dateOfBirth } = pupilOf(index)
  const referral = {
    id: `r${index}`,
    decision: 'refer',
    by: 'lead',
    at,
    because: 'Ten sessions.',
    through: on,
  } as const
  return { ...noPenalties(key, dateOfBirth), considered: [{ ...referral, sessions: 10, parents: [`a${index * 2}`] }] }
}

/** The key in the table, and nothing else, of a pupil. */
export { keyOf }
