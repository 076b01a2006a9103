/** The task that says a parent was not reached by letter. */

import type { Policy } from '../../../academies/policy.ts'
import { assigned } from '../../domain/assigned.ts'
import { idOf } from '../../domain/ids.ts'
import type { PupilKey } from '../../domain/people.ts'
import type { Task } from '../../domain/task.ts'
import { type Instant, localDate } from '../../domain/time.ts'
import type { Stores } from '../../ports/stores.ts'

export const LETTER_RULE = 'letters'
export const LETTER_CLAUSE = 'Persistent Absentees: parents are alerted via letters. Information to Parents'

/** The policy and the moment that a task about a letter is raised by. */
export interface TaskMoment {
  readonly policy: Policy
  readonly version: string
  readonly now: Instant
}

/**
 * Raises it once for what it is about: a letter, or a letter there could not be. `why` is a sentence without a name: the list shows the
 * pupil beside it. Ordered again another day, a task that a person has done is not raised anew. Answers the task as it stands.
 */
export const raiseLetterTask = async (
  stores: Pick<Stores, 'raiseTask' | 'task'>,
  academy: string,
  about: { readonly id: string; readonly pupil: PupilKey; readonly why: string; readonly duty?: 'letter' | 'stage' },
  { policy, version, now }: TaskMoment,
): Promise<Task> => {
  const id = idOf('not-posted', about.id)
  const known = await stores.task(academy, id)
  if (known !== undefined) return known
  const task: Task = {
    id,
    kind: 'letter',
    date: localDate(now, policy.zone),
    version: 1,
    pupils: [about.pupil],
    about: about.id,
    raised: now,
    ...assigned(policy.duties[about.duty ?? 'letter'], now),
    urgent: false,
    state: 'open',
    why: about.why,
    rule: LETTER_RULE,
    clause: LETTER_CLAUSE,
    pages: {},
  }
  await stores.raiseTask(academy, task, {
    at: now,
    by: 'system',
    kind: 'task-raised',
    pupils: [about.pupil],
    rule: LETTER_RULE,
    clause: LETTER_CLAUSE,
    policy: version,
    detail: { task: task.id, task_kind: 'letter' },
  })
  return task
}
