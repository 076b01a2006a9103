/**
 * A request for leave of absence, from the asking to the Head's decision. Leave is granted only in exceptional circumstances and only when it was
 * asked for in advance; the Head decides and sets the days. Source: SI 2024/208 regulation 11, which academies are expected to follow; the
 * attendance policy's code C, "has been granted a leave of absence due to exceptional circumstances", and G, "holiday not granted by the school".
 */
import type { Code } from '../codes.ts'
import type { PupilKey } from '../people.ts'
import { ok, type Result, refused } from '../result.ts'
import { addDays, type LocalDate } from '../time.ts'
import type { Deed, Telling } from './attend-case.ts'

export const LEAVE_STATES = ['asked', 'granted', 'refused', 'withdrawn'] as const
export type LeaveState = (typeof LEAVE_STATES)[number]

/** What the time is for: a holiday that is taken all the same is G, anything else O. */
export const LEAVE_PURPOSES = ['holiday', 'other'] as const
export type LeavePurpose = (typeof LEAVE_PURPOSES)[number]

export interface LeaveDecision extends Deed {
  readonly because: string
  /** The days granted; those asked for and not among them are refused. */
  readonly days?: { readonly from: LocalDate; readonly until: LocalDate }
  readonly tell: Telling
}

export interface LeaveRequest {
  readonly id: string
  readonly pupil: PupilKey
  /** Counts every save; 0 has never been saved. */
  readonly version: number
  readonly state: LeaveState
  readonly from: LocalDate
  readonly until: LocalDate
  readonly purpose: LeavePurpose
  /** In the parent's words. */
  readonly words: string
  /** A contact id, or who asked. */
  readonly askedBy: string
  readonly askedOn: LocalDate
  readonly asked: Deed
  readonly decision?: LeaveDecision
  readonly ended?: Deed & { readonly because: string }
}

/** Days that were refused, as every look at the day knows them. */
export interface RefusedLeave {
  readonly id: string
  readonly pupil: PupilKey
  readonly from: LocalDate
  readonly until: LocalDate
  readonly purpose: LeavePurpose
}

/** The code to be proposed for a child who is away on refused days. Source: SI 2024/208 regulation 10 Table 3. */
export const CODE_OF_REFUSED: Readonly<Record<LeavePurpose, Code>> = { holiday: 'G', other: 'O' }

const isUndecided = ({ state }: LeaveRequest): Result<undefined> =>
  state === 'asked'
    ? ok(undefined)
    : refused('already', `The request was ${state}.`, 'Look at it again; ask anew where the family asks anew.')

/** Grants days of a request. In advance: neither asked for on its first day or later, nor decided then. */
export const grantLeave = (
  request: LeaveRequest,
  days: { readonly from: LocalDate; readonly until: LocalDate },
  decision: Omit<LeaveDecision, 'days'>,
  today: LocalDate,
): Result<LeaveRequest> => {
  const open = isUndecided(request)
  if (!open.ok) return open
  if (request.askedOn >= request.from)
    return refused('not-in-advance', 'Leave was not asked for in advance.', 'Refuse it; the absence has its own code.')
  if (days.from <= today)
    return refused('begun', 'Those days have begun.', 'Grant days ahead, or amend the marks with the reason.', 'from')
  if (days.from < request.from || days.until > request.until || days.until < days.from)
    return refused('not-asked', 'Those days were not asked for.', 'Grant days of the request.', 'from')
  return ok({ ...request, state: 'granted', decision: { ...decision, days } })
}

export const refuseLeave = (
  request: LeaveRequest,
  { because, by, at, tell }: Omit<LeaveDecision, 'days'>,
): Result<LeaveRequest> => {
  const open = isUndecided(request)
  return open.ok ? ok({ ...request, state: 'refused', decision: { because, by, at, tell } }) : open
}

/** The family asks for it no more, or it was entered by mistake. Days that are over stay as they were marked. */
export const withdrawLeave = (request: LeaveRequest, because: string, { by, at }: Deed): Result<LeaveRequest> =>
  request.state === 'withdrawn'
    ? refused('already', 'The request was withdrawn.', 'Look at it again.')
    : ok({ ...request, state: 'withdrawn', ended: { by, at, because } })

/** The days asked for that stand refused: all of them, or those before and after what was granted. */
export const refusedDays = (
  request: LeaveRequest,
): readonly { readonly from: LocalDate; readonly until: LocalDate }[] => {
  const { state, from, until, decision } = request
  if (state === 'refused') return [{ from, until }]
  if (state !== 'granted' || decision?.days === undefined) return []
  const { days } = decision
  return [
    ...(from < days.from ? [{ from, until: addDays(days.from, -1) }] : []),
    ...(days.until < until ? [{ from: addDays(days.until, 1), until }] : []),
  ]
}

/** Two requests speak of the same day. */
export const overlaps = (
  one: Pick<LeaveRequest, 'from' | 'until'>,
  other: Pick<LeaveRequest, 'from' | 'until'>,
): boolean => one.from <= other.until && other.from <= one.until
