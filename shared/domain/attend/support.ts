/**
 * What was offered to a family and asked of agencies, plans for the return after a long absence, and the termly conversation about attendance.
 * Source: the attendance policy: planning reintegration following significant periods of absence; make requests to the Local Authority, through
 * its family service, to provide additional support; teachers discuss attendance with every child and family each term; Legal Action: everything
 * has been done to try and resolve the matter.
 */
import type { Policy } from '../../../academies/policy.ts'
import type { AbsenceDay } from '../counting/absence-day.ts'
import type { Tally } from '../counting/tally.ts'
import type { PupilKey } from '../people.ts'
import { ok, type Result, refused } from '../result.ts'
import type { LocalDate } from '../time.ts'
import type { Deed } from './attend-case.ts'

export const ANSWERS = ['accepted', 'declined', 'done'] as const
export type Answer = (typeof ANSWERS)[number]

interface About extends Deed {
  readonly id: string
  readonly pupil: PupilKey
  /** Counts every save; 0 has never been saved. */
  readonly version: number
  readonly on: LocalDate
  readonly words: string
  /** What came of it: of an offer the family's answer, of a request the agency's, of a plan that the child is settled. */
  readonly answered?: Deed & { readonly answer: Answer; readonly words: string; readonly on: LocalDate }
}

export type SupportRecord = About &
  (
    | { readonly is: 'offer' }
    /** A request to a service; `answerBy` is when somebody asks again. */
    | { readonly is: 'request'; readonly agency: string; readonly answerBy: LocalDate }
    /** How a child comes back after a long absence: who sees to it, what is caught up with, and when it is looked at. */
    | { readonly is: 'return'; readonly owner: string; readonly catchUp: readonly string[]; readonly review: LocalDate }
    /** Attendance was discussed with child and family; `tally` is the sheet of the term as it was shown. */
    | { readonly is: 'conference'; readonly term: string; readonly with: readonly string[]; readonly tally: Tally }
  )

export const answer = <T extends SupportRecord>(
  record: T,
  answered: NonNullable<SupportRecord['answered']>,
): Result<T> => {
  if (record.is === 'conference')
    return refused('no-answer', 'A conversation has no answer.', 'Write down an offer of support instead.')
  return record.answered === undefined
    ? ok({ ...record, answered })
    : refused('already', 'It has been answered.', 'Write down what is new as a record of its own.')
}

type Term = Policy['calendar']['terms'][number]

/** The term a date is in; in the holidays the one before. */
export const termOf = (terms: readonly Term[], date: LocalDate): Term | undefined =>
  terms.findLast(({ from }) => from <= date)

const awayOn = ({ absences }: AbsenceDay, pupil: PupilKey, sessions: number): boolean =>
  absences.filter((absence) => absence.pupil === pupil && absence.code !== 'U').length >= sessions

/**
 * Pupils who were away all day on so many school days in a row, by illness or without leave, and in school for some of the last one. `days`:
 * school days in order, the last one being the day of the return.
 */
export const returnedAfter = (days: readonly AbsenceDay[], schoolDays: number): readonly PupilKey[] => {
  const last = days.at(-1)
  const before = days.slice(-1 - schoolDays, -1)
  if (last === undefined || before.length < schoolDays) return []
  const [first] = before
  const candidates = new Set(first?.absences.map(({ pupil }) => pupil))
  return [...candidates]
    .filter((pupil) => before.every((day) => awayOn(day, pupil, 2)) && !awayOn(last, pupil, 2))
    .toSorted()
}
