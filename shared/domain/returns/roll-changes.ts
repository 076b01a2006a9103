/** Which names a roll enters in the admission register, and which it takes away: what the authority is told of by law. */
import type { Policy } from '../../../academies/policy.ts'
import { type Calendar, schoolDaysAfter, schoolYearOf } from '../calendar.ts'
import type { Pupil, RollEntry } from '../people.ts'
import { addDays, type LocalDate } from '../time.ts'

type RollPupil = Omit<Pupil, 'contacts' | 'agencies'>

export interface RollChanges {
  readonly joined: readonly RollPupil[]
  /** With the leaving date: the one of the file, or today for a name that is simply gone. */
  readonly left: readonly { readonly entry: RollEntry; readonly on: LocalDate }[]
}

/**
 * The most junior class that starts on the first day of the school year needs no return, unless the authority asks; nor does the most senior
 * class at the end of the last term. Source: regulation 13(2) and (3).
 */
const isLeftOut = (
  pupil: Pick<RollPupil, 'yearGroup' | 'admitted'>,
  { calendar, returns, yearGroups }: Policy,
): boolean =>
  returns.juniorClass === 'left-out' &&
  pupil.yearGroup === yearGroups[0] &&
  calendar.terms.some(({ from }) => from === pupil.admitted && from.slice(5, 7) >= '08')

const isSchoolLeaver = (
  { yearGroup }: Pick<RollEntry, 'yearGroup'>,
  on: LocalDate,
  { calendar, returns, yearGroups }: Policy,
): boolean =>
  returns.seniorClass === 'left-out' &&
  yearGroup === yearGroups.at(-1) &&
  calendar.terms.some(
    ({ until }) => ['07', '08'].includes(until.slice(5, 7)) && until <= on && schoolYearOf(until) === schoolYearOf(on),
  )

/** A first import enters nobody: the register was there before Firstbell. */
export const rollChanges = (
  before: readonly RollEntry[],
  after: readonly RollPupil[],
  today: LocalDate,
  policy: Policy,
): RollChanges => {
  if (before.length === 0) return { joined: [], left: [] }
  const had = new Map(before.map((entry) => [entry.pupilId, entry]))
  const has = new Map(after.map((pupil) => [pupil.pupilId, pupil]))
  const isNew = (pupil: RollPupil): boolean => {
    const was = had.get(pupil.pupilId)
    return was === undefined || (was.left !== undefined && was.left < pupil.admitted)
  }
  // Whoever had left before this roll came was entered by nobody today, and is history that is brought in.
  const joined = after.filter((pupil) => (pupil.left ?? today) >= today && isNew(pupil))
  const leaving = (entry: RollEntry, on: LocalDate | undefined): RollChanges['left'] =>
    on === undefined || isSchoolLeaver(entry, on, policy) ? [] : [{ entry, on }]
  const left = before.flatMap((entry) => {
    if (entry.left !== undefined) return []
    const now = has.get(entry.pupilId)
    return leaving(entry, now === undefined ? today : now.left)
  })
  return {
    joined: joined.filter((pupil) => !isLeftOut(pupil, policy)),
    left: [...left, ...joined.flatMap((pupil) => leaving(pupil, pupil.left))],
  }
}

/** The last day for the return of a name that was entered: the fifth day after it, by the calendar unless the authority counts school days. */
export const newPupilDue = (admitted: LocalDate, calendar: Calendar, { returns }: Policy): LocalDate =>
  returns.newPupilCount === 'calendar'
    ? addDays(admitted, returns.newPupilDays)
    : schoolDaysAfter(calendar, admitted, returns.newPupilDays)
