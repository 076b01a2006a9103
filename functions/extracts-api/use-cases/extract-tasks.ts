/** What is written down of an extract, and the tasks about one. */
import type { StoredExtract } from '../../../shared/domain/extracts/stored.ts'
import type { Act } from '../../../shared/ports/stores.ts'
import type { Call } from '../call.ts'

export const GROUND = { rule: 'extracts', clause: 'Reporting to the local authority, the Trust and governors' }

export const extractAct = (
  call: Call,
  kind: string,
  extract: StoredExtract,
  detail: Readonly<Record<string, unknown>> = {},
): Act =>
  call.act(kind, {
    ...GROUND,
    detail: { extract: extract.id, extract_kind: extract.extract, recipient: extract.recipient, ...detail },
  })

/** Ends a task if it is open. */
export const endTask = async (call: Call, id: string, what: string): Promise<void> => {
  const task = await call.stores.task(call.academy, id)
  if (task?.state !== 'open') return
  const outcome = { what, by: call.caller.sub, at: call.now }
  const detail = { task: id, task_kind: task.kind, what }
  const act = call.act('task-done', { ...GROUND, pupils: task.pupils, detail })
  await call.stores.endTask(call.academy, task, 'done', outcome, act)
}
