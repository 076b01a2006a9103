/** A person decides about a pupil whose time is over. What was decided, by whom and why stays in the academy's own history, without a name. */
import type { z } from 'zod'
import type { ErasureBody } from '../../../events/api/erasures.ts'
import { ok, type Result, refused } from '../../../shared/domain/result.ts'
import type { Call } from '../call.ts'

export const decideErasure = async (
  call: Call,
  taskId: string,
  body: z.output<typeof ErasureBody>,
): Promise<Result<{ readonly task: string; readonly decided: 'erase' | 'keep' }>> => {
  const task = await call.stores.task(call.academy, taskId)
  if (task?.kind !== 'erasure')
    return refused('not-found', 'There is no such question about an erasure.', 'Look at the list of tasks again.')
  if (!call.roles.some((role) => task.doers.some((doer) => doer === role)))
    return refused('not-yours', 'The policy has somebody else decide this.', 'Tell them; the task says who.')
  const done = { what: body.do, by: call.caller.sub, at: call.now, note: body.because }
  const act = call.act('erasure-decided', {
    rule: task.rule,
    clause: task.clause,
    detail: { task: task.id, pupil: task.pupils[0], decided: body.do, because: body.because },
  })
  const ended = await call.stores.endTask(call.academy, task, 'done', done, act)
  if (ended === 'already')
    return refused('already', 'This was decided before.', 'A decision to keep is asked about again next September.')
  return ok({ task: task.id, decided: body.do })
}
