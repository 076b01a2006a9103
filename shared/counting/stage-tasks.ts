/** What the night asks people to do about a pupil's attendance. */
import { assigned } from '../domain/assigned.ts'
import { idOf } from '../domain/ids.ts'
import type { StageRecord } from '../domain/stages/stage.ts'
import { localDate } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'
import { STAGES_GROUND, type StagesNight } from './stage-acts.ts'

const LATES_GROUND = {
  rule: 'stages',
  clause: 'Lates: persistent lateness needs to be brought to the attention of the Head teacher/Lead Attendance Officer',
}

const TASKS = {
  'stage-in-doubt': {
    ground: STAGES_GROUND,
    duty: 'stage',
    why: () =>
      'The marks behind a letter about attendance have changed: by the marks as they are now it would not have gone. Decide whether the next step comes, or everything begins anew.',
  },
  'legal-action': {
    ground: STAGES_GROUND,
    duty: 'stage',
    why: () =>
      'Attendance has not improved after the stage 2 letter and its meeting. Consider whether to refer the case for legal action.',
  },
  'persistent-lateness': {
    ground: LATES_GROUND,
    duty: 'lateness',
    why: (late: number) =>
      `Late ${late} times or more this school year. Look at the days and the minutes lost, and speak with the family.`,
  },
} as const

/** Raises it once for the stage that the record is in; raising it twice is raising it once. */
export const askPerson = async (
  stores: Pick<Stores, 'raiseTask'>,
  { academy, now, policy, policyVersion }: Pick<StagesNight, 'academy' | 'now' | 'policy' | 'policyVersion'>,
  kind: keyof typeof TASKS,
  { pupil, year, cycle, sent, latenessTold = 0 }: StageRecord,
): Promise<void> => {
  const { ground, duty, why } = TASKS[kind]
  const about = kind === 'persistent-lateness' ? [String(latenessTold)] : [String(cycle), String(sent.length)]
  const task = {
    ...ground,
    ...assigned(policy.duties[duty], now),
    id: idOf(kind, pupil, year, ...about),
    kind,
    date: localDate(now, policy.zone),
    version: 1,
    pupils: [pupil],
    raised: now,
    urgent: false,
    state: 'open',
    why: why(latenessTold * policy.thresholds.lateEvery),
    pages: {},
  } as const
  await stores.raiseTask(academy, task, {
    ...ground,
    at: now,
    by: 'system',
    kind: 'task-raised',
    policy: policyVersion,
    pupils: [pupil],
    detail: { task: task.id, task_kind: kind, due: task.due },
  })
}
