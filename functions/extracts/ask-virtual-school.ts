/** A looked-after pupil whom no Virtual School of the policy is told about: the office is asked once whose the child is. */
import type { Policy } from '../../academies/policy.ts'
import { assigned } from '../../shared/domain/assigned.ts'
import { schoolYearOf } from '../../shared/domain/calendar.ts'
import { virtualSchoolTaskId, withoutVirtualSchool } from '../../shared/domain/extracts/virtual-school.ts'
import type { Pupil, PupilKey } from '../../shared/domain/people.ts'
import type { Task } from '../../shared/domain/task.ts'
import type { Instant, LocalDate } from '../../shared/domain/time.ts'
import type { Stores } from '../../shared/ports/stores.ts'

const GROUND = { rule: 'virtual-school-unknown', clause: 'Reporting to the local authority, the Trust and governors' }

const WHY =
  'Looked after, and in no Virtual School’s extract. Add the Virtual School to agencies.csv by the name that the policy has, or have the Trust add it to the policy.'

interface Moment {
  readonly policy: Policy
  readonly policyVersion: string
  readonly date: LocalDate
}

interface Ports {
  readonly stores: Pick<Stores, 'raiseTask' | 'task'>
  readonly now: () => Instant
}

const schoolsOf = ({ extracts }: Policy): readonly string[] =>
  extracts.recipients.filter(({ kind, on }) => on && kind === 'virtual-school').map(({ name }) => name)

/** A task that was ended is not raised again in the same school year: whoever ended it has said what was done. */
export const askWhoseTheyAre = async (
  academy: string,
  pupils: Readonly<Record<PupilKey, Pupil>>,
  { policy, policyVersion, date }: Moment,
  { stores, now }: Ports,
): Promise<void> => {
  for (const pupil of withoutVirtualSchool(pupils, schoolsOf(policy), date)) {
    const id = virtualSchoolTaskId(pupil, schoolYearOf(date))
    if (await stores.task(academy, id)) continue
    const at = now()
    const task: Task = {
      ...GROUND,
      id,
      kind: 'extract',
      date,
      version: 1,
      pupils: [pupil],
      raised: at,
      ...assigned(policy.extracts, at),
      urgent: false,
      state: 'open',
      why: WHY,
      pages: {},
    }
    const detail = { task: id, task_kind: task.kind }
    await stores.raiseTask(academy, task, {
      ...GROUND,
      at,
      by: 'system',
      policy: policyVersion,
      kind: 'task-raised',
      detail,
    })
  }
}
