/** What people are asked to do about penalty notices, and how it is taken back. */
import { schoolDaysAfter } from '../domain/calendar.ts'
import { idOf } from '../domain/ids.ts'
import type { PenaltyRecord } from '../domain/penalties/record.ts'
import type { PupilKey } from '../domain/people.ts'
import type { Task } from '../domain/task.ts'
import { addDays, instantOf, type LocalDate } from '../domain/time.ts'
import type { Act } from '../ports/act.ts'
import type { Stores } from '../ports/stores.ts'
import type { StagesNight } from './stage-acts.ts'

export const PENALTY_GROUND = {
  rule: 'penalty-notices',
  clause:
    'Working with the Local Authority: request the issuing of a Penalty Notice where an individual case meets the criteria',
}

/** The task to consider a matter; the matter names it. */
export const considerTaskId = ({ pupil, case: matter }: Pick<PenaltyRecord, 'pupil' | 'case'>): string =>
  idOf('penalty', pupil, matter?.since ?? '')

export const improvementTaskId = (pupil: PupilKey, decision: string): string => idOf('improve', pupil, decision)

/** The task to look again at a notice to improve, whose marks were amended after it had ended and first said otherwise on a date. */
export const lookAgainTaskId = (pupil: PupilKey, decision: string, on: LocalDate): string =>
  idOf('improve-again', pupil, decision, on)

export const actAtNight = (night: StagesNight, kind: string, rest: Partial<Act> = {}): Act => ({
  ...PENALTY_GROUND,
  at: night.now,
  by: 'system',
  kind,
  policy: night.policyVersion,
  ...rest,
})

/** Raises a task of the night; raising it twice is raising it once. */
export const raiseAtNight = async (
  stores: Pick<Stores, 'raiseTask'>,
  night: StagesNight,
  about: Pick<Task, 'id' | 'kind' | 'pupils' | 'why' | 'about'>,
): Promise<'raised' | 'already'> => {
  const { policy, now, until, school } = night
  const today = addDays(until, 1)
  const { doers, dueSchoolDays } = policy.penalties
  const due = instantOf(schoolDaysAfter(school.calendar, until, dueSchoolDays), policy.day.ends, policy.zone)
  const task: Task = {
    ...PENALTY_GROUND,
    ...about,
    date: today,
    version: 1,
    raised: now,
    due,
    doers,
    urgent: false,
    state: 'open',
    pages: {},
  }
  const detail = { task: task.id, task_kind: task.kind, due }
  return stores.raiseTask(night.academy, task, actAtNight(night, 'task-raised', { pupils: about.pupils, detail }))
}

/** Takes back a task whose matter has gone. */
export const withdrawAtNight = async (
  stores: Pick<Stores, 'task' | 'endTask'>,
  night: StagesNight,
  taskId: string,
  what: string,
): Promise<void> => {
  const task = await stores.task(night.academy, taskId)
  if (task?.state !== 'open') return
  const detail = { task: task.id, task_kind: task.kind, what }
  await stores.endTask(
    night.academy,
    task,
    'withdrawn',
    { what, by: 'system', at: night.now },
    actAtNight(night, 'task-withdrawn', { pupils: task.pupils, detail }),
  )
}
