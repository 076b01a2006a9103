/**
 * A child for whom leave was refused is away on one of those days: the office is told, so that the code is decided with the refusal in hand and
 * not taken from the first word over the telephone. The child is followed up like every other: a refused request says nothing of where a child is.
 */
import { assigned } from '../assigned.ts'
import { CODE_OF_REFUSED, type RefusedLeave } from '../attend/leave.ts'
import { CODES, isAttended } from '../codes.ts'
import { type Facts, SESSIONS } from '../facts.ts'
import { idOf } from '../ids.ts'
import type { Rule, Wish } from '../rule.ts'

const WHY = {
  holiday:
    'Leave for a holiday was refused for today, and the child is absent. Find out where the child is; a holiday taken all the same is G.',
  other:
    'Leave was refused for today, and the child is absent. Find out where the child is; an absence for that reason is O.',
} as const

const isAbsence = (facts: Facts, { pupil, purpose }: RefusedLeave): boolean =>
  SESSIONS.some((session) => {
    const code = facts.mark(pupil, session)?.code
    if (code === undefined || isAttended(code) || code === CODE_OF_REFUSED[purpose]) return false
    return CODES[code].category === 'authorised' || CODES[code].category === 'unauthorised'
  })

const taskId = (facts: Facts, pupil: string): string => idOf(facts.known.date, 'leave', pupil)

export const leaveRefused: Rule = {
  name: 'leave-refused',
  clause:
    'Register codes: G, holiday not granted by the school; C, granted a leave of absence due to exceptional circumstances',
  wishes: (facts): readonly Wish[] => {
    const { date, refusedLeave } = facts.known
    const today = refusedLeave.filter(({ from, until }) => from <= date && date <= until)
    return today.flatMap((leave): readonly Wish[] => {
      const { pupil, purpose, id } = leave
      const task = facts.task(taskId(facts, pupil))
      if (isAbsence(facts, leave))
        return [
          {
            do: 'task',
            id: taskId(facts, pupil),
            kind: 'leave-refused',
            pupils: [pupil],
            about: id,
            ...assigned(facts.policy.duties.refusedLeave, facts.now),
            urgent: false,
            why: WHY[purpose],
          },
        ]
      return task?.state === 'open'
        ? [{ do: 'settle', taskId: task.id, because: 'the child is in school, or has the code' }]
        : []
    })
  },
}
