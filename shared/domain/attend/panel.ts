/** What may be done with the panel of a case, step by step. Each gives the case as it is then, or says why not; nothing is read or kept here. */
import type { Policy } from '../../../academies/policy.ts'
import { idOf } from '../ids.ts'
import type { Meeting } from '../letters/letter.ts'
import type { PupilKey } from '../people.ts'
import { ok, type Result, refused } from '../result.ts'
import { addDays, instantOf, type LocalDate, type Zone } from '../time.ts'
import {
  type AttendCase,
  arrangedMeeting,
  type Deed,
  type Held,
  hasOpenPanel,
  type PanelMeeting,
  type Proposal,
  type Telling,
} from './attend-case.ts'

/** More would make the record of a case too large to be kept whole. */
export const MOST_MEETINGS = 20

const NOT_ARRANGED = refused(
  'no-meeting',
  'That meeting is not arranged.',
  'Look at the case again; it may have been held, rearranged or cancelled meanwhile.',
)

/** A case that has never been saved. Opened on the same date for the same pupil it is the same case. */
export const newCase = (
  pupil: PupilKey,
  on: LocalDate,
  by: string,
  because: string,
  { reviewDays }: Pick<Policy['attend'], 'reviewDays'>,
): AttendCase => ({
  id: idOf('attend', pupil, on),
  pupil,
  version: 0,
  opened: on,
  openedBy: by,
  because,
  meetings: [],
  barriers: [],
  actions: [],
  checkIns: [],
  reviews: [],
  review: addDays(on, reviewDays),
})

/** The case with a panel proposed; as it is when one is proposed or arranged already. */
export const propose = (aCase: AttendCase, proposal: Proposal): AttendCase =>
  hasOpenPanel(aCase) ? aCase : { ...aCase, proposal }

/** No panel this time, and why: the reason is in the act, the case goes on. */
export const decline = ({ proposal, ...aCase }: AttendCase): Result<AttendCase> =>
  proposal === undefined ? refused('no-proposal', 'No panel is proposed.', 'Look at the case again.') : ok(aCase)

export interface Arrangement extends Meeting {
  readonly id: string
  readonly tell: Telling
  readonly governors: readonly string[]
  readonly stage?: 'stage-2'
  readonly together?: readonly string[]
}

interface Now extends Deed {
  readonly date: LocalDate
  readonly zone: Zone
}

const added = (aCase: AttendCase, asked: Arrangement, { by, at, date, zone }: Now): Result<AttendCase> => {
  if (instantOf(asked.date, asked.time, zone) <= at)
    return refused('past', 'That time has passed.', 'Give a date and a time ahead.', 'date')
  if (aCase.meetings.length >= MOST_MEETINGS)
    return refused('too-many', `A case holds ${MOST_MEETINGS} meetings.`, 'Close it and open another.')
  const meeting: PanelMeeting = { ...asked, state: 'arranged', arrangedOn: date, by, at }
  const { proposal: _answered, ...rest } = aCase
  return ok({ ...rest, meetings: [...aCase.meetings, meeting] })
}

/** Arranges a meeting. One open at a time: what is arranged is rearranged, never doubled. */
export const arrange = (aCase: AttendCase, asked: Arrangement, now: Now): Result<AttendCase> =>
  arrangedMeeting(aCase) === undefined
    ? added(aCase, asked, now)
    : refused('already', 'A meeting is arranged for this family.', 'Rearrange it, or record what came of it.')

const ended = (aCase: AttendCase, id: string, end: (meeting: PanelMeeting) => PanelMeeting): Result<AttendCase> => {
  if (arrangedMeeting(aCase)?.id !== id) return NOT_ARRANGED
  return ok({ ...aCase, meetings: aCase.meetings.map((meeting) => (meeting.id === id ? end(meeting) : meeting)) })
}

export const cancel = (aCase: AttendCase, id: string, because: string, { by, at }: Deed): Result<AttendCase> =>
  ended(aCase, id, (meeting) => ({ ...meeting, state: 'cancelled', ended: { by, at, because } }))

/** The old one is kept with why it moved; the family is told of the new one, which is the meeting of the same stage. */
export const rearrange = (
  aCase: AttendCase,
  id: string,
  { because, ...asked }: Arrangement & { readonly because: string },
  now: Now,
): Result<AttendCase> => {
  const moved = ended(aCase, id, (meeting) => ({
    ...meeting,
    state: 'rearranged',
    ended: { by: now.by, at: now.at, because },
  }))
  const stage = asked.stage ?? arrangedMeeting(aCase)?.stage
  return moved.ok ? added(moved.value, { ...asked, ...(stage && { stage }) }, now) : moved
}

/** What came of it. Nothing is written about a meeting before its day. */
export const settle = (
  aCase: AttendCase,
  id: string,
  state: 'attended' | 'not-attended',
  held: Held,
  date: LocalDate,
): Result<AttendCase> => {
  const meeting = arrangedMeeting(aCase)
  if (meeting?.id !== id) return NOT_ARRANGED
  if (meeting.date > date)
    return refused('not-yet', 'The meeting is still to come.', 'Rearrange or cancel it, or wait for its day.')
  if ((state === 'attended') !== held.came.length > 0)
    return refused(
      'who-came',
      'A meeting is attended when somebody of the family came, and not otherwise.',
      'Name the contacts who came, or say not-attended and name nobody.',
      'came',
    )
  return ended(aCase, id, (each) => ({ ...each, state, held }))
}

/** Ends the case. What is arranged is settled first, so that no family waits for a meeting nobody holds. */
export const close = (aCase: AttendCase, on: LocalDate, because: string, { by, at }: Deed): Result<AttendCase> => {
  if (arrangedMeeting(aCase) !== undefined)
    return refused(
      'meeting-open',
      'A meeting is arranged.',
      'Cancel it or record what came of it, then close the case.',
    )
  const { proposal: _dropped, ...rest } = aCase
  return ok({ ...rest, closed: { on, because, by, at } })
}
