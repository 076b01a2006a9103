/**
 * The night of a first import counts a year at once. No panel is proposed for what was before; one task says of how many pupils the lead may want
 * to arrange one. A night that dies before it is raised proposes nothing either: the next absence of each does.
 */
import type { Policy } from '../../academies/policy.ts'
import { assigned } from '../domain/assigned.ts'
import { countsHistory, furtherAbsences } from '../domain/attend/moved.ts'
import type { ClassTally } from '../domain/counting/class-tally.ts'
import { idOf } from '../domain/ids.ts'
import type { Task } from '../domain/task.ts'
import type { Instant, LocalDate } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'
import { PANELS_GROUND } from './propose-panels.ts'

export interface FirstCount {
  readonly academy: string
  readonly now: Instant
  readonly until: LocalDate
  readonly policy: Policy
  /** The policy's version. */
  readonly version: string
}

/** `was` and `is`: every class's count of the year before the night and after it. */
export const sayFirstCount = async (
  stores: Pick<Stores, 'raiseTask'>,
  was: readonly ClassTally[],
  is: readonly ClassTally[],
  { academy, now, until, policy, version }: FirstCount,
): Promise<void> => {
  if (!policy.attend.proposePanels) return
  const before = new Map(was.map((tally) => [tally.classId, tally]))
  const first = is.filter((tally) => countsHistory(before.get(tally.classId), tally))
  const pupils = [...furtherAbsences([], first, policy.thresholds).keys()].toSorted()
  if (pupils.length === 0) return
  const task: Task = {
    ...PANELS_GROUND,
    id: idOf(until, 'held', 'panels'),
    kind: 'held-batch',
    date: until,
    version: 1,
    pupils,
    about: 'panels',
    raised: now,
    ...assigned(policy.duties.panel, now),
    urgent: false,
    state: 'open',
    why: `${pupils.length === 1 ? '1 pupil was' : `${pupils.length} pupils were`} below the line of persistent absence when their classes were first counted. No panel was proposed for what was before; arrange those that you want. Each further absence proposes one.`,
    pages: {},
  }
  await stores.raiseTask(academy, task, {
    ...PANELS_GROUND,
    at: now,
    by: 'system',
    kind: 'task-raised',
    policy: version,
    pupils,
    detail: { task: task.id, task_kind: task.kind, count: pupils.length },
  })
}
