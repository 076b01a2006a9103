/** An extract that cannot be encrypted is not made: the office is asked for a key that works, once a week while it goes on. */
import type { Policy } from '../../academies/policy.ts'
import { assigned } from '../../shared/domain/assigned.ts'
import type { Recipient } from '../../shared/domain/extracts/may-collect.ts'
import { idOf } from '../../shared/domain/ids.ts'
import type { Refusal } from '../../shared/domain/result.ts'
import type { Task } from '../../shared/domain/task.ts'
import { type Instant, type LocalDate, mondayOf } from '../../shared/domain/time.ts'
import type { Stores } from '../../shared/ports/stores.ts'

const GROUND = { rule: 'extract-not-encrypted', clause: 'Reporting to the local authority, the Trust and governors' }

interface Moment {
  readonly policy: Policy
  readonly policyVersion: string
  readonly date: LocalDate
}

interface Ports {
  readonly stores: Pick<Stores, 'raiseTask' | 'task'>
  readonly now: () => Instant
}

export const askForKey = async (
  academy: string,
  { id: recipient, name }: Recipient,
  { why }: Refusal,
  { policy, policyVersion, date }: Moment,
  { stores, now }: Ports,
): Promise<void> => {
  const id = idOf('extract-key', recipient, mondayOf(date))
  if (await stores.task(academy, id)) return
  const at = now()
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
    why: `Nothing is made for ${name}, because it cannot be encrypted. ${why} Ask ${name} for its present public key, and have the Trust enter it in the policy.`,
    pages: {},
  }
  const detail = { task: id, task_kind: task.kind, recipient }
  const act = { ...GROUND, at, by: 'system', policy: policyVersion, kind: 'task-raised', detail }
  await stores.raiseTask(academy, task, act)
}
