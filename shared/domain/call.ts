import type { Facts } from './facts.ts'
import { idOf } from './ids.ts'
import type { TaskOrder } from './order.ts'
import type { PupilKey } from './people.ts'

/**
 * A call to a family, raised once a day per pupil whatever the reason, so that the office never rings the same family for two rules.
 */
export const callTask = (
  facts: Facts,
  pupil: PupilKey,
  why: string,
  urgent = false,
): Omit<TaskOrder, 'rule' | 'clause'> => {
  const classId = facts.card(pupil)?.classId ?? facts.pupil(pupil)?.classId
  return {
    do: 'task',
    id: idOf(facts.known.date, 'call', pupil),
    kind: 'call',
    pupils: [pupil],
    ...(classId === undefined ? {} : { classId }),
    due: facts.inMinutes(facts.policy.calls.dueInMinutes),
    doers: facts.policy.calls.doers,
    urgent,
    why,
  }
}
