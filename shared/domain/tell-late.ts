import { assigned } from './assigned.ts'
import type { Facts } from './facts.ts'
import { idOf } from './ids.ts'
import type { TaskOrder } from './order.ts'
import type { PupilKey } from './people.ts'

/** The task of telling a family by another way that their child came in late: one a day and pupil. */
export const tellLateId = (date: string, pupil: PupilKey): string => idOf(date, 'tell-late', pupil)

export const TELL_LATE_WHY =
  'The child came in after the register closed, and no text told the family. The child is in school: tell the family in another way today.'

/** The child is in, so nobody is alarmed and nothing is urgent; the family is still owed the word the policy promises. */
export const tellLateTask = (facts: Facts, pupil: PupilKey): Omit<TaskOrder, 'rule' | 'clause'> => {
  const classId = facts.card(pupil)?.classId ?? facts.pupil(pupil)?.classId
  return {
    do: 'task',
    id: tellLateId(facts.known.date, pupil),
    kind: 'tell-late',
    pupils: [pupil],
    ...(classId === undefined ? {} : { classId }),
    ...assigned(facts.policy.duties.missedText, facts.now),
    urgent: false,
    why: TELL_LATE_WHY,
  }
}
