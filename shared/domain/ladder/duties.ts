/** What each kind of ladder step asks for. A new kind is one line here; the policy's type makes the compiler find it missing. */
import type { LadderStep } from '../../../academies/policy.ts'
import { callTask } from '../call.ts'
import type { Case } from '../case.ts'
import type { Facts } from '../facts.ts'
import { idOf } from '../ids.ts'
import type { Ground, TaskOrder } from '../order.ts'
import type { Wish } from '../rule.ts'
import type { TaskKind } from '../task.ts'
import type { Instant } from '../time.ts'
import { visitOrSafeguarding } from '../visit.ts'

/** `since`: when a person brought the step forward; what was done before does not stand for it. */
type Duty = (facts: Facts, aCase: Case, step: LadderStep, since?: Instant) => readonly Wish[]
type Task = Omit<TaskOrder, keyof Ground>

const days = (count: number): string => (count === 1 ? 'one day' : `${count} days`)

const taskOf = (facts: Facts, aCase: Case, step: LadderStep, kind: TaskKind, why: string): Task => {
  const classId = facts.pupil(aCase.pupil)?.classId
  return {
    do: 'task',
    id: idOf(facts.known.date, kind, aCase.pupil),
    kind,
    pupils: [aCase.pupil],
    ...(classId === undefined ? {} : { classId }),
    about: aCase.caseId,
    due: facts.inMinutes(step.dueInMinutes),
    doers: step.doers,
    urgent: kind !== 'visit',
    why: `No contact for ${days(aCase.days.length)}. ${why}`,
  }
}

/** When the duty began: brought forward by a person, or at the policy's moment. */
const sinceOf = (facts: Facts, step: LadderStep, since: Instant | undefined): { readonly since?: Instant } => {
  const moment = since ?? (facts.reached(step.at) ? facts.at(facts.policy.sweeps[step.at]) : undefined)
  return moment === undefined ? {} : { since: moment }
}

const task =
  (kind: TaskKind, why: string): Duty =>
  (facts, aCase, step, since) => [{ ...taskOf(facts, aCase, step, kind, why), ...sinceOf(facts, step, since) }]

export const LADDER_DUTIES: Readonly<Record<LadderStep['do'], Duty>> = {
  call: (facts, aCase, step, since) => [
    {
      ...callTask(facts, aCase.pupil, `No contact for ${days(aCase.days.length)}. Ring every number we hold.`, {
        ...sinceOf(facts, step, since),
      }),
      doers: step.doers,
      due: facts.inMinutes(step.dueInMinutes),
    },
  ],
  visit: (facts, aCase, step, since) => {
    const visit = taskOf(facts, aCase, step, 'visit', 'Visit the home and leave a numbered calling card.')
    return [visitOrSafeguarding(facts, { ...visit, ...(since === undefined ? {} : { since }) })]
  },
  referral: task('referral', 'Refer the child to the Trust as missing; the Trust acknowledges here.'),
  'wider-search': task('wider-search', 'Begin the wider search.'),
  'text-all': (_facts, aCase) => [
    { do: 'ask', kind: 'ladder', step: `day-${aCase.days.length}`, session: 'AM', pupil: aCase.pupil, to: 'all' },
  ],
}
