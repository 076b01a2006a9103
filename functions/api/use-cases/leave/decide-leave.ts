/** Requests for leave are decided by the Head and told to the family; what was granted is known ahead, and goes when the family asks no more. */
import type { z } from 'zod'
import type { LeaveDecisionBody } from '../../../../events/api/attend.ts'
import { grantLeave, type LeaveRequest, refuseLeave, withdrawLeave } from '../../../../shared/domain/attend/leave.ts'
import { isSchoolDay } from '../../../../shared/domain/calendar.ts'
import { idOf } from '../../../../shared/domain/ids.ts'
import type { Pupil } from '../../../../shared/domain/people.ts'
import { ok, type Refusal, type Result, refused } from '../../../../shared/domain/result.ts'
import { addDays } from '../../../../shared/domain/time.ts'
import { calendarOf } from '../../../../shared/follow-up/load-known.ts'
import type { Call } from '../../call.ts'
import { withdrawAbsence } from '../absences/withdraw-absence.ts'
import { refuseHour } from '../conversation/text-family.ts'
import { endLeaveTask, findLeave, LEAVE_GROUND, saveLeave } from './keep-leave.ts'
import { tellLeave } from './tell-leave.ts'

/** What is known ahead by a granted request. */
const absenceId = (id: string): string => idOf('granted', id)

export interface Decided {
  readonly request: LeaveRequest
  readonly pupil: Pupil
  /** To whom a text was planned, or which letters were. */
  readonly told?: readonly string[]
  /** Why nobody was told by text or letter, with what to do. */
  readonly untold?: Refusal
}

/** The granted days as they pre-mark the registers. */
const markAhead = async (call: Call, { id, pupil, words, decision }: LeaveRequest): Promise<void> => {
  if (decision?.days === undefined) return
  const { from, until } = decision.days
  const absence = {
    id: absenceId(id),
    pupil,
    from,
    until,
    sessions: ['AM', 'PM'] as const,
    code: 'C' as const,
    words,
    by: decision.by,
    at: decision.at,
  }
  const detail = { request: id, from, until, code: 'C' }
  await call.stores.putKnownAbsence(
    call.academy,
    absence,
    call.act('absence-known', { ...LEAVE_GROUND, pupils: [pupil], detail }),
  )
}

const schoolDayIn = async (call: Call, { from, until }: Pick<LeaveRequest, 'from' | 'until'>): Promise<boolean> => {
  const calendar = await calendarOf(call.stores, call.academy, call.policy)
  for (let date = from; date <= until; date = addDays(date, 1)) if (isSchoolDay(calendar, date)) return true
  return false
}

interface Word {
  readonly because: string
  readonly by: string
  readonly tell: string
}

/** The same person's same word once more, as after an answer that was lost. */
const saidBefore = (
  { state, decision }: LeaveRequest,
  said: string,
  { because, by, tell }: Word,
  { from, until }: Pick<LeaveRequest, 'from' | 'until'>,
): boolean =>
  state === said &&
  decision?.because === because &&
  decision.by === by &&
  decision.tell === tell &&
  (decision.days === undefined || (decision.days.from === from && decision.days.until === until))

const keepDecision = async (call: Call, decided: Result<LeaveRequest>): Promise<Result<LeaveRequest>> => {
  if (!decided.ok || decided.value.decision === undefined) return decided
  const { because, tell, days } = decided.value.decision
  const detail = { because, tell, ...(days ? { granted: days } : {}) }
  return saveLeave(call, decided.value, `leave-${decided.value.state}`, detail, true)
}

/** The decision first, then what follows from it: said again after a crash it is the same decision, absence, texts and letters. */
export const decideLeave = async (
  call: Call,
  pupilId: string,
  requestId: string,
  body: z.output<typeof LeaveDecisionBody>,
): Promise<Result<Decided>> => {
  const deciders = call.policy.duties.leaveRequest.doers
  if (!call.roles.some((role) => deciders.some((doer) => doer === role)))
    return refused('not-yours', 'Leave is decided by somebody else.', `Ask ${deciders.join(' or ')}.`)
  if (body.tell === 'text') {
    const hour = refuseHour(call)
    if (!hour.ok) return hour
  }
  const found = await findLeave(call, pupilId, requestId)
  if (!found.ok) return found
  const { pupil, request } = found.value
  const decision = { because: body.because, by: call.caller.sub, at: call.now, tell: body.tell }
  const days =
    body.decision === 'granted'
      ? { from: body.from ?? request.from, until: body.until ?? request.until }
      : { from: request.from, until: request.until }
  if (!(await schoolDayIn(call, days)))
    return refused(
      'no-school',
      'There is no school on these days.',
      'Withdraw the request: no leave is needed.',
      'from',
    )
  const saved = saidBefore(request, body.decision, decision, days)
    ? ok(request)
    : await keepDecision(
        call,
        body.decision === 'granted' ? grantLeave(request, days, decision, call.date) : refuseLeave(request, decision),
      )
  if (!saved.ok) return saved
  await markAhead(call, saved.value)
  await endLeaveTask(call, saved.value, body.decision === 'granted' ? 'Leave was granted.' : 'Leave was refused.')
  const told = await tellLeave(call, pupil, saved.value)
  return ok({ request: saved.value, pupil, ...(told.ok ? { told: told.value } : { untold: told.refusal }) })
}

/** The family asks for it no more: what it filled in ahead goes with it. */
export const endLeave = async (
  call: Call,
  pupilId: string,
  requestId: string,
  because: string,
): Promise<Result<LeaveRequest>> => {
  const found = await findLeave(call, pupilId, requestId)
  if (!found.ok) return found
  const { pupil, request } = found.value
  const ended = withdrawLeave(request, because, { by: call.caller.sub, at: call.now })
  if (!ended.ok) return ended
  if (request.state === 'granted') {
    const undone = await withdrawAbsence(call, pupil, absenceId(request.id), because)
    // Days that are all over have nothing ahead to take back.
    if (!undone.ok && undone.refusal.code !== 'not-found') return undone
  }
  const saved = await saveLeave(call, ended.value, 'leave-withdrawn', { because }, true)
  if (saved.ok) await endLeaveTask(call, saved.value, 'The request was withdrawn.')
  return saved
}
