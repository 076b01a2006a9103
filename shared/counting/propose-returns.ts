/**
 * A child who is back after a long absence gets a plan for the return proposed: one task for each, once. Goes by the lists of absences that the
 * night has read, and reads only the pupils it has found.
 */
import type { Policy } from '../../academies/policy.ts'
import { assigned } from '../domain/assigned.ts'
import { returnedAfter } from '../domain/attend/support.ts'
import type { AbsenceDay } from '../domain/counting/absence-day.ts'
import { idOf } from '../domain/ids.ts'
import { onRoll } from '../domain/people.ts'
import type { Instant, LocalDate } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'

const GROUND = {
  rule: 'propose-returns',
  clause:
    'The aims: to recognise the personal needs of individual pupils when planning reintegration following significant periods of absence',
}

export interface ReturnsNight {
  readonly academy: string
  readonly now: Instant
  readonly until: LocalDate
  readonly policy: Policy
  readonly policyVersion: string
}

/** `days`: school days in order, the newest last, at least one more than a long absence has. */
export const proposeReturns = async (
  stores: Pick<Stores, 'raiseTask' | 'roll'>,
  night: ReturnsNight,
  days: readonly AbsenceDay[],
): Promise<void> => {
  const { academy, now, until, policy, policyVersion } = night
  const { longAbsenceSchoolDays } = policy.attend
  const back = days.at(-1)?.date === until ? returnedAfter(days, longAbsenceSchoolDays) : []
  if (back.length === 0) return
  const pupils = await stores.roll.pupils(academy, back, false)
  for (const key of back) {
    const pupil = pupils[key]
    if (pupil === undefined || !onRoll(pupil, until)) continue
    const task = {
      ...GROUND,
      id: idOf(until, 'return', key),
      kind: 'return-plan',
      date: until,
      version: 1,
      pupils: [key],
      raised: now,
      ...assigned(policy.duties.returnPlan, now),
      urgent: false,
      state: 'open',
      why: `Back after ${longAbsenceSchoolDays} or more school days away. Plan the return with child and family: a welcome, what is caught up with, who sees to it.`,
      pages: {},
    } as const
    const detail = { task: task.id, task_kind: task.kind, school_days: longAbsenceSchoolDays }
    await stores.raiseTask(academy, task, {
      ...GROUND,
      at: now,
      by: 'system',
      kind: 'task-raised',
      pupils: [key],
      policy: policyVersion,
      detail,
    })
  }
}
