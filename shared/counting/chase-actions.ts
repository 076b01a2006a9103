/**
 * Asks about actions of attendance cases that were due and are not done: one task for each, to its owner. Looks only at cases in which one
 * is due; each is asked about once, and stays in the list of the review until it is done or dropped.
 */
import type { Policy } from '../../academies/policy.ts'
import { assigned } from '../domain/assigned.ts'
import type { Action } from '../domain/attend/attend-case.ts'
import { actionTaskId, markChased, toChase } from '../domain/attend/plan.ts'
import { inForce, type PupilKey, type StaffMember } from '../domain/people.ts'
import type { Instant, LocalDate } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'

const GROUND = {
  rule: 'chase-actions',
  clause: 'Intervention: create action plans in partnership with families; monitor the impact of any intervention',
}

export interface ChaseNight {
  readonly academy: string
  readonly now: Instant
  /** The last date that is over. */
  readonly until: LocalDate
  readonly policy: Policy
  readonly policyVersion: string
}

type Kept = Pick<Stores, 'attendToChase' | 'attendCase' | 'saveAttendCase' | 'raiseTask' | 'roll'>

const actOf = (night: ChaseNight, kind: string, pupil: PupilKey, detail: Readonly<Record<string, unknown>>) => ({
  ...GROUND,
  at: night.now,
  by: 'system',
  kind,
  pupils: [pupil],
  policy: night.policyVersion,
  detail,
})

const ask = async (
  stores: Kept,
  pupil: PupilKey,
  action: Action,
  staff: readonly StaffMember[],
  night: ChaseNight,
): Promise<void> => {
  const { academy, now, until, policy } = night
  const owner = staff.find((member) => member.staffId === action.owner && inForce(member, until))
  const id = actionTaskId(action.id)
  const { due, doers } = assigned(policy.duties.action, now)
  await stores.raiseTask(
    academy,
    {
      ...GROUND,
      id,
      kind: 'attend-action',
      date: until,
      version: 1,
      pupils: [pupil],
      about: action.id,
      raised: now,
      due,
      doers: owner ? [owner.role] : doers,
      urgent: false,
      state: 'open',
      why: 'An action agreed in an attendance case is overdue. Do it and say so, or say why it is dropped.',
      pages: {},
    },
    actOf(night, 'task-raised', pupil, { task: id, task_kind: 'attend-action', owner: action.owner }),
  )
}

export const chaseActions = async (stores: Kept, night: ChaseNight): Promise<void> => {
  const { academy, until } = night
  const pupils = await stores.attendToChase(academy, until)
  if (pupils.length === 0) return
  const staff = await stores.roll.staff(academy)
  for (const pupil of pupils) {
    const aCase = await stores.attendCase(academy, pupil)
    const overdue = aCase === undefined ? [] : toChase(aCase, until)
    if (aCase === undefined || overdue.length === 0) continue
    // The tasks first: a night that dies before the case is saved raises the same ones again, which changes nothing.
    for (const action of overdue) await ask(stores, pupil, action, staff, night)
    const detail = { case: aCase.id, actions: overdue.map(({ id }) => id) }
    await stores.saveAttendCase(academy, markChased(aCase, until), actOf(night, 'action-chased', pupil, detail))
  }
}
