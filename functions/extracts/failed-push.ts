/** What did not arrive at a recipient's server: a task for the office, one for each night, which ends when it is there after all. */
import type { Recipient } from '../../shared/domain/extracts/may-collect.ts'
import { failedPushTaskId, mendedDates } from '../../shared/domain/extracts/pushed.ts'
import type { StoredExtract } from '../../shared/domain/extracts/stored.ts'
import { askOffice, CLAUSE } from './ask-office.ts'
import type { PushNight, PushPorts } from './push-ports.ts'

const RULE = 'extract-push-failed'

export const tellFailedPush = async (
  academy: string,
  { id: recipient, name }: Recipient,
  failed: readonly StoredExtract[],
  night: PushNight,
  ports: PushPorts,
): Promise<void> => {
  const reasons = [...new Set(failed.map(({ pushed }) => pushed?.because ?? 'unknown'))].toSorted().join('; ')
  await askOffice(
    academy,
    {
      rule: RULE,
      id: failedPushTaskId(recipient, failed[0]?.pushed?.on ?? night.date),
      why: `Not brought to ${name} by SFTP: ${reasons.replace(/\.?$/, '.')} It is tried again the next night. Tell the Trust’s operator, and ask ${name} whether its server is there; meanwhile its officer can sign in and collect.`,
      detail: { recipient, count: failed.length },
    },
    night,
    ports,
  )
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
    const act = { rule: RULE, clause: CLAUSE, at, by: 'system', policy: policyVersion, kind: 'task-done', detail }
    await stores.endTask(academy, task, 'done', outcome, act)
  }
}
