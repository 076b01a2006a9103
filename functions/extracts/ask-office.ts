/** What the office is asked about extracts: one task for each id, which is not asked again once somebody has ended it. */
import type { Policy } from '../../academies/policy.ts'
import { assigned } from '../../shared/domain/assigned.ts'
import type { PupilKey } from '../../shared/domain/people.ts'
import type { Task } from '../../shared/domain/task.ts'
import type { Instant, LocalDate } from '../../shared/domain/time.ts'
import type { Act, Stores } from '../../shared/ports/stores.ts'

/** The clause under which extracts are sent, and everything about them is asked. */
export const CLAUSE = 'Reporting to the local authority, the Trust and governors'

export interface Moment {
  readonly policy: Policy
  readonly policyVersion: string
  readonly date: LocalDate
}

export interface AskPorts {
  readonly stores: Pick<Stores, 'raiseTask' | 'task'>
  readonly now: () => Instant
}

interface Asked {
  readonly rule: string
  readonly id: string
  readonly why: string
  readonly pupils?: readonly PupilKey[]
  /** Codes and counts for the chronicle. */
  readonly detail?: Act['detail']
}

export const askOffice = async (
  academy: string,
  { rule, id, why, pupils = [], detail = {} }: Asked,
  { policy, policyVersion, date }: Moment,
  { stores, now }: AskPorts,
): Promise<void> => {
  if (await stores.task(academy, id)) return
  const at = now()
  const ground = { rule, clause: CLAUSE }
  const task: Task = {
    ...ground,
    id,
    kind: 'extract',
    date,
    version: 1,
    pupils,
    raised: at,
    ...assigned(policy.extracts, at),
    urgent: false,
    state: 'open',
    why,
    pages: {},
  }
  const about = { task: id, task_kind: task.kind, ...detail }
  await stores.raiseTask(academy, task, {
    ...ground,
    at,
    by: 'system',
    policy: policyVersion,
    kind: 'task-raised',
    detail: about,
  })
}
