/** What is done with every request for leave: it is found, saved with why, and the Head is asked about it for as long as it waits. */
import { assigned } from '../../../../shared/domain/assigned.ts'
import type { LeaveRequest } from '../../../../shared/domain/attend/leave.ts'
import { idOf } from '../../../../shared/domain/ids.ts'
import type { Pupil } from '../../../../shared/domain/people.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import type { Call } from '../../call.ts'
import { findPupil } from '../pupils/find-pupil.ts'

export const LEAVE_GROUND = {
  rule: 'leave-request',
  clause: 'Register codes: C, pupil has been granted a leave of absence due to exceptional circumstances',
}

const NO_REQUEST = refused('not-found', 'There is no such request.', 'Look at the pupil’s requests again.')
const STALE = refused('stale', 'Somebody changed the request meanwhile.', 'Look at it again.')

const taskId = (id: string): string => idOf('leave', id)
export const saveLeave = async (
  call: Call,
  request: LeaveRequest,
  kind: string,
  detail: Readonly<Record<string, unknown>>,
  look = false,
): Promise<Result<LeaveRequest>> => {
  const { id, pupil, from, until } = request
  const act = call.act(kind, {
    ...LEAVE_GROUND,
    pupils: [pupil],
    detail: { request: id, from, until, ...detail },
    ...(look ? { look: true as const } : {}),
  })
  const saved = await call.stores.saveLeaveRequest(call.academy, request, act)
  return saved === 'saved' ? ok({ ...request, version: request.version + 1 }) : STALE
}

export const askHead = async (call: Call, pupil: Pupil, request: LeaveRequest): Promise<void> => {
  const id = taskId(request.id)
  await call.stores.raiseTask(
    call.academy,
    {
      ...LEAVE_GROUND,
      id,
      kind: 'leave-request',
      date: call.date,
      version: 1,
      pupils: [pupil.key],
      about: request.id,
      raised: call.now,
      ...assigned(call.policy.duties.leaveRequest, call.now),
      urgent: false,
      state: 'open',
      why: 'A parent asks for leave of absence. Grant it only in exceptional circumstances, or refuse it, with the reason.',
      pages: {},
    },
    call.act('task-raised', { ...LEAVE_GROUND, pupils: [pupil.key], detail: { task: id, task_kind: 'leave-request' } }),
  )
}

export const endLeaveTask = async (call: Call, request: LeaveRequest, what: string): Promise<void> => {
  const task = await call.stores.task(call.academy, taskId(request.id))
  if (task?.state !== 'open') return
  const detail = { task: task.id, task_kind: task.kind }
  const act = call.act('task-done', { ...LEAVE_GROUND, pupils: task.pupils, detail })
  await call.stores.endTask(call.academy, task, 'done', { what, by: call.caller.sub, at: call.now }, act)
}

export const findLeave = async (call: Call, pupilId: string, requestId: string) => {
  const found = await findPupil(call.stores, call.academy, pupilId)
  if (!found.ok) return found
  const request = await call.stores.leaveRequest(call.academy, found.value.key, requestId)
  return request ? ok({ pupil: found.value, request }) : NO_REQUEST
}
