/** A person rings to hear how a child is: after a long absence, or when the child is vulnerable. */
import { assigned } from '../../../shared/domain/assigned.ts'
import { idOf } from '../../../shared/domain/ids.ts'
import type { Pupil, PupilKey } from '../../../shared/domain/people.ts'
import type { Task } from '../../../shared/domain/task.ts'
import type { Call } from '../call.ts'

const GROUND = {
  rule: 'cover',
  clause: 'Welfare: a long absence, or that of a vulnerable pupil, is followed up by a person',
}

const nth = (from: string, pupil: PupilKey, count: number): string =>
  count === 1 ? idOf(from, 'welfare', pupil) : idOf(from, 'welfare', pupil, String(count))

/** The one for an absence from that date that stands, or the free id of the next: one taken back does not stand for another. */
const current = async (
  call: Call,
  pupil: PupilKey,
  from: string,
): Promise<{ readonly id: string; readonly task: Task | undefined }> => {
  for (let count = 1; ; count++) {
    const id = nth(from, pupil, count)
    const task = await call.stores.task(call.academy, id)
    if (task?.state !== 'withdrawn') return { id, task }
  }
}

/** Raises the call for an absence that begins on a date; once, however often the absence is reported. */
export const raiseWelfareCall = async (call: Call, pupil: Pupil, from: string, why: string): Promise<void> => {
  const { id, task } = await current(call, pupil.key, from)
  if (task) return
  await call.stores.raiseTask(
    call.academy,
    {
      ...GROUND,
      id,
      kind: 'welfare-call',
      date: call.date,
      version: 1,
      pupils: [pupil.key],
      classId: pupil.classId,
      raised: call.now,
      ...assigned(call.policy.duties.welfareCall, call.now),
      urgent: false,
      state: 'open',
      why,
      pages: {},
    },
    call.act('task-raised', { ...GROUND, pupils: [pupil.key], detail: { task: id, task_kind: 'welfare-call' } }),
  )
}

/** The absence was a mistake: nobody need ring about it. */
export const withdrawWelfareCall = async (
  call: Call,
  pupil: PupilKey,
  from: string,
  because: string,
): Promise<void> => {
  const { id, task } = await current(call, pupil, from)
  if (task?.state !== 'open') return
  const outcome = { what: 'The absence was entered by mistake.', by: call.caller.sub, at: call.now }
  const detail = { task: id, task_kind: task.kind, because }
  const act = call.act('task-withdrawn', { ...GROUND, pupils: [pupil], detail })
  await call.stores.endTask(call.academy, task, 'withdrawn', outcome, act)
}
