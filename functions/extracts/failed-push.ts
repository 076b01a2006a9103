/** What did not arrive at a recipient's server: a task for the office, one for each night, which ends when it is there after all. */
import { assigned } from '../../shared/domain/assigned.ts'
import type { Recipient } from '../../shared/domain/extracts/may-collect.ts'
import { failedPushTaskId, mendedDates } from '../../shared/domain/extracts/pushed.ts'
import type { StoredExtract } from '../../shared/domain/extracts/stored.ts'
import type { Task } from '../../shared/domain/task.ts'
import type { PushNight, PushPorts } from './push-ports.ts'

const GROUND = { rule: 'extract-push-failed', clause: 'Reporting to the local authority, the Trust and governors' }

export const tellFailedPush = async (
  academy: string,
  { id: recipient, name }: Recipient,
  failed: readonly StoredExtract[],
  { policy, policyVersion, date }: PushNight,
  { stores, now }: PushPorts,
): Promise<void> => {
  const id = failedPushTaskId(recipient, failed[0]?.pushed?.on ?? date)
  if (await stores.task(academy, id)) return
  const at = now()
  const reasons = [...new Set(failed.map(({ pushed }) => pushed?.because ?? 'unknown'))].toSorted().join('; ')
  const task: Task = {
    ...GROUND,
    id,
    kind: 'extract',
    date,
    version: 1,
    pupils: [],
    raised: at,
    ...assigned(policy.extracts, at),
    urgent: false,
    state: 'open',
    why: `Not brought to ${name} by SFTP: ${reasons.replace(/\.?$/, '.')} It is tried again the next night. Tell the Trust’s operator, and ask ${name} whether its server is there; meanwhile its officer can sign in and collect.`,
    pages: {},
  }
  const detail = { task: id, task_kind: task.kind, recipient, count: failed.length }
  const act = { ...GROUND, at, by: 'system', policy: policyVersion, kind: 'task-raised', detail }
  await stores.raiseTask(academy, task, act)
}

/** Ends the tasks of the nights whose failures are all mended. */
export const endMendedTasks = async (
  academy: string,
  { id: recipient }: Recipient,
  own: readonly StoredExtract[],
  { policyVersion }: PushNight,
  { stores, now }: PushPorts,
): Promise<void> => {
  for (const date of mendedDates(own)) {
    const task = await stores.task(academy, failedPushTaskId(recipient, date))
    if (task?.state !== 'open') continue
    const at = now()
    const outcome = { what: 'arrived', by: 'system', at }
    const detail = { task: task.id, task_kind: task.kind, what: outcome.what }
    const act = { ...GROUND, at, by: 'system', policy: policyVersion, kind: 'task-done', detail }
    await stores.endTask(academy, task, 'done', outcome, act)
  }
}
