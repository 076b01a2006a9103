/**
 * One task for many children whose matters became known at once, in place of one for each: it lists them, and ends by itself when the last of
 * them has been seen to. Each matter stands in the child's own record all the same.
 */
import type { PupilKey } from '../domain/people.ts'
import type { Task } from '../domain/task.ts'
import type { Act } from '../ports/act.ts'
import type { Stores } from '../ports/stores.ts'

/** What a batch can be about: `penalties` matters to consider · `returns` to the authority · `panels` that nobody has proposed. */
export type BatchAbout = 'penalties' | 'returns' | 'panels'

/** Alone, a child has a task of their own. */
export const AT_ONCE = 2

export const isBatchOf = (task: Pick<Task, 'kind' | 'about'>, about: BatchAbout): boolean =>
  task.kind === 'held-batch' && task.about === about

/** How an ended batch is written down. */
export interface Ending {
  readonly what: string
  readonly by: string
  act(kind: string, task: Task): Act
}

/** Ends each batch that lists the pupil once nobody in it waits any more; `waits` says so of one. */
export const endSettledBatches = async (
  stores: Pick<Stores, 'open' | 'endTask'>,
  academy: string,
  about: BatchAbout,
  pupil: PupilKey,
  waits: (pupil: PupilKey, batch: Task) => Promise<boolean>,
  { what, by, act }: Ending,
): Promise<void> => {
  const { tasks } = await stores.open(academy)
  for (const task of tasks.filter((each) => isBatchOf(each, about) && each.pupils.includes(pupil))) {
    const waiting = await Promise.all(task.pupils.map((each) => waits(each, task)))
    if (waiting.includes(true)) continue
    const ending = act('task-done', task)
    await stores.endTask(academy, task, 'done', { what, by, at: ending.at }, ending)
  }
}
