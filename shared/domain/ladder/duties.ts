/** What each kind of ladder step asks for. A new kind is one line here; the policy's type makes the compiler find it missing. */
import type { LadderStep } from '../../../academies/policy.ts'
import { callTask } from '../call.ts'
import type { Case } from '../case.ts'
import type { Facts } from '../facts.ts'
import { idOf } from '../ids.ts'
import type { Wish } from '../rule.ts'
import type { TaskKind } from '../task.ts'

type Duty = (facts: Facts, aCase: Case, step: LadderStep) => readonly Wish[]

const days = (count: number): string => (count === 1 ? 'one day' : `${count} days`)

const task =
  (kind: TaskKind, why: (aCase: Case) => string, urgent: boolean): Duty =>
  (facts, aCase, step) => {
    const classId = facts.pupil(aCase.pupil)?.classId
    return [
      {
        do: 'task',
        id: idOf(facts.known.date, kind, aCase.pupil),
        kind,
        pupils: [aCase.pupil],
        ...(classId === undefined ? {} : { classId }),
        about: aCase.caseId,
        due: facts.inMinutes(step.dueInMinutes),
        doers: step.doers,
        urgent,
        why: why(aCase),
      },
    ]
  }

export const LADDER_DUTIES: Readonly<Record<LadderStep['do'], Duty>> = {
  call: (facts, aCase, step) => [
    {
      ...callTask(facts, aCase.pupil, `No contact for ${days(aCase.days.length)}. Ring every number we hold.`, {
        // Brought forward, the step has no moment of its own yet: a call already made stands for it.
        ...(facts.reached(step.at) ? { since: facts.at(facts.policy.sweeps[step.at]) } : {}),
      }),
      doers: step.doers,
      due: facts.inMinutes(step.dueInMinutes),
    },
  ],
  visit: task(
    'visit',
    (aCase) => `No contact for ${days(aCase.days.length)}. Visit the home and leave a numbered calling card.`,
    false,
  ),
  referral: task(
    'referral',
    (aCase) =>
      `No contact for ${days(aCase.days.length)}. Refer the child to the Trust as missing; the Trust acknowledges here.`,
    true,
  ),
  'wider-search': task(
    'wider-search',
    (aCase) => `No contact for ${days(aCase.days.length)}. Begin the wider search.`,
    true,
  ),
  'text-all': (_facts, aCase) => [
    { do: 'ask', kind: 'ladder', step: `day-${aCase.days.length}`, session: 'AM', pupil: aCase.pupil, to: 'all' },
  ],
}
