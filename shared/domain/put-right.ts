import type { Facts } from './facts.ts'
import { idOf } from './ids.ts'
import type { TaskOrder } from './order.ts'
import type { PupilKey } from './people.ts'

/** The task of ringing a family whom no text can tell that the child is in after all: one a day and pupil. */
export const putRightId = (date: string, pupil: PupilKey): string => idOf(date, 'put-right', pupil)

export const PUT_RIGHT_WHY =
  'The family was texted that the child is not in. The child is in, and no text can tell them so. Ring them now.'

export const ELSEWHERE_WHY =
  'The family was texted that nobody knows where the child is. The school did know, or there was no school: the register says why. Ring them now.'

/**
 * Ring the family and put a text right. Unlike a call about a missing child it does not settle itself when the child is in: that is the
 * reason for it.
 */
export const putRightTask = (
  facts: Facts,
  pupil: PupilKey,
  why = PUT_RIGHT_WHY,
): Omit<TaskOrder, 'rule' | 'clause'> => {
  const classId = facts.card(pupil)?.classId ?? facts.pupil(pupil)?.classId
  const held = facts.hold(pupil) !== undefined
  const { calls, holds } = facts.policy
  return {
    do: 'task',
    id: putRightId(facts.known.date, pupil),
    kind: 'put-right',
    pupils: [pupil],
    ...(classId === undefined ? {} : { classId }),
    due: facts.inMinutes(held ? holds.dueInMinutes : calls.leftSite.dueInMinutes),
    doers: held ? holds.doers : calls.doers,
    urgent: true,
    why,
  }
}
