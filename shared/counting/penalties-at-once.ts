/** Matters of penalty notices that met the threshold all at once, after marks of many days came in together: one task that lists the children. */
import { idOf } from '../domain/ids.ts'
import type { PupilKey } from '../domain/people.ts'
import { addDays } from '../domain/time.ts'
import type { Act } from '../ports/act.ts'
import type { Stores } from '../ports/stores.ts'
import { AT_ONCE, type Ending, endSettledBatches } from './held-batch.ts'
import { PENALTY_GROUND, raiseAtNight } from './penalty-tasks.ts'
import type { StagesNight } from './stage-acts.ts'

/** Answers whom the task lists; everybody else has a task of their own. */
export const considerTogether = async (
  stores: Pick<Stores, 'raiseTask' | 'task'>,
  night: StagesNight,
  pupils: readonly PupilKey[],
): Promise<ReadonlySet<PupilKey>> => {
  if (pupils.length < AT_ONCE) return new Set()
  const { sessions, schoolWeeks } = night.policy.penalties
  const id = idOf(addDays(night.until, 1), 'held', 'penalties')
  const raised = await raiseAtNight(stores, night, {
    id,
    kind: 'held-batch',
    about: 'penalties',
    pupils: pupils.toSorted(),
    why: `${pupils.length} children met ${sessions} unauthorised sessions in ${schoolWeeks} school weeks at once. Were marks imported or changed in bulk? Look at the marks first, then decide each case under penalty notices. This ends with the last decision.`,
  })
  // A night that comes again after more marks came in has one task from before; whom it does not list is not in it.
  const listed = raised === 'raised' ? pupils : ((await stores.task(night.academy, id))?.pupils ?? [])
  return new Set(pupils.filter((pupil) => listed.includes(pupil)))
}

/** Ends the list when nobody on it waits for a decision any more. */
export const endConsidered = (
  stores: Pick<Stores, 'open' | 'endTask' | 'penaltyRecord'>,
  academy: string,
  pupil: PupilKey,
  by: string,
  act: (kind: string, rest: Partial<Act>) => Act,
): Promise<void> => {
  const what = 'Each case was decided, or its marks were amended.'
  const ending: Ending = {
    what,
    by,
    act: (kind, task) =>
      act(kind, { ...PENALTY_GROUND, pupils: task.pupils, detail: { task: task.id, task_kind: task.kind, what } }),
  }
  const waits = async (each: PupilKey) => (await stores.penaltyRecord(academy, each))?.case?.standing === 'met'
  return endSettledBatches(stores, academy, 'penalties', pupil, waits, ending)
}
