/**
 * The same child at another school of the trust. Guidance counts sessions and notices of the child, not of a school: what the school before
 * recorded goes with them, and each session and notice says which school it is from.
 * Source: national framework for penalty notices (August 2024): ten school weeks across terms and years; notices per parent and per child.
 */
import type { CountedMark } from '../counting/tally.ts'
import type { Contact } from '../people.ts'
import { type LocalDate, mondayOf } from '../time.ts'
import type { Consideration } from './consider.ts'
import type { Enrolment } from './enrolment.ts'
import type { ParentNotice } from './ledger.ts'
import type { PenaltyRecord } from './record.ts'

/** What another school recorded of the child. */
export interface Elsewhere {
  readonly enrolment: Enrolment
  readonly marks: readonly CountedMark[]
  /** Mondays of that school's weeks. */
  readonly weeks: readonly LocalDate[]
  readonly considered: readonly Consideration[]
  readonly notices: readonly ParentNotice[]
}

/** The school that the child joined last counts what the others recorded; the others count their own. */
export const carriesOver = ({ joined, joinedHere }: Enrolment): boolean => joined < joinedHere

/** The record with another enrolment of the child, in place of what was known of it. */
export const withEnrolment = (record: PenaltyRecord, enrolment: Enrolment): PenaltyRecord => ({
  ...record,
  elsewhere: [
    ...(record.elsewhere ?? []).filter(
      ({ academy, pupil }) => academy !== enrolment.academy || pupil !== enrolment.pupil,
    ),
    enrolment,
  ].toSorted((one, other) => (`${one.academy} ${one.pupil}` < `${other.academy} ${other.pupil}` ? -1 : 1)),
})

/** The record without an enrolment that turned out to be another child's. */
export const withoutEnrolment = (
  { elsewhere = [], ...record }: PenaltyRecord,
  wrong: Pick<Enrolment, 'academy' | 'pupil'>,
): PenaltyRecord => {
  const kept = elsewhere.filter(({ academy, pupil }) => academy !== wrong.academy || pupil !== wrong.pupil)
  return kept.length === 0 ? record : { ...record, elsewhere: kept }
}

export const placeOf = ({ date, session }: Pick<CountedMark, 'date' | 'session'>): string => `${date} ${session}`

/**
 * The child's marks at every school: a session that two schools marked is this school's, and counts once. `here`: sessions in which this school
 * has a mark of the child, an absence or not; a school that has not heard that a child left it marks an absence that there never was.
 */
export const marksInTrust = (
  own: readonly CountedMark[],
  elsewhere: readonly Elsewhere[],
  here: ReadonlySet<string> = new Set(),
): readonly CountedMark[] => {
  const found = new Map(own.map((mark) => [placeOf(mark), mark]))
  for (const { enrolment, marks } of elsewhere)
    for (const mark of marks) {
      const place = placeOf(mark)
      if (!found.has(place) && !here.has(place)) found.set(place, { ...mark, school: enrolment.academy })
    }
  return [...found.values()]
}

/** The school weeks that the child had: those of the school before until the child joined this one, and this one's from then on. */
export const weeksInTrust = (own: readonly LocalDate[], elsewhere: readonly Elsewhere[]): readonly LocalDate[] => {
  if (elsewhere.length === 0) return own
  const joined = mondayOf(elsewhere.map(({ enrolment }) => enrolment.joinedHere).toSorted()[0] ?? '')
  const before = elsewhere.flatMap(({ weeks }) => weeks).filter((week) => week < joined)
  const theirs = own.filter((week) => week >= joined)
  return [...new Set([...before, ...theirs])].toSorted()
}

const TITLE = /^(mr|mrs|ms|miss|mx|dr)\.? /

/** A parent’s name as two schools may write it: without accents and capitals. */
const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .trim()
    .replace(/\s+/g, ' ')

const untitled = (name: string): string => plainName(name).replace(TITLE, '')

/** This school's contact of the name: with its title, or without where only one has it so. */
const sameName = (name: string, contacts: readonly Contact[]): Contact | undefined => {
  const exactly = contacts.filter((each) => plainName(each.name) === plainName(name))
  const same = exactly.length > 0 ? exactly : contacts.filter((each) => untitled(each.name) === untitled(name))
  return same.length === 1 ? same[0] : undefined
}

/**
 * Every notice about the child, each with this school's contact of the same name. One to a parent who is not known here by that name, or whom
 * nothing tells from another, keeps the other school before its contact, so that it is nobody's by accident.
 */
const noticesInTrust = (
  { notices }: PenaltyRecord,
  elsewhere: readonly Elsewhere[],
  contacts: readonly Contact[],
): readonly ParentNotice[] => [
  ...notices,
  ...elsewhere.flatMap(({ enrolment, notices: theirs }) =>
    theirs.map((notice) => {
      const same = sameName(notice.name, contacts)
      return { ...notice, contactId: same?.contactId ?? `${enrolment.academy}:${notice.contactId}` }
    }),
  ),
]

/** The record as it is judged: with what was considered and given at every school. It is never saved. */
export const recordInTrust = (
  record: PenaltyRecord,
  elsewhere: readonly Elsewhere[],
  contacts: readonly Contact[] = [],
): PenaltyRecord => ({
  ...record,
  considered: [...record.considered, ...elsewhere.flatMap(({ considered }) => considered)],
  notices: noticesInTrust(record, elsewhere, contacts),
})
