import type { Facts } from './facts.ts'
import { idOf } from './ids.ts'
import type { TaskOrder } from './order.ts'
import type { PupilKey } from './people.ts'
import type { Instant } from './time.ts'

interface CallOptions {
  readonly urgent?: boolean
  /** The policy's moment for this call: one made earlier, to which nobody answered, does not stand for it. */
  readonly since?: Instant
}

/**
 * A call to a family. All rules share one open call for a pupil, the urgent ones among them, so that the office never rings the same family for two rules;
 * a call already made stands for every reason but a later moment of the policy.
 */
export const callTask = (
  facts: Facts,
  pupil: PupilKey,
  why: string,
  { urgent = false, since }: CallOptions = {},
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
    anyCall: true,
    ...(since === undefined ? {} : { since }),
  }
}
