/**
 * What a person does in place of a text that may not go: the family is rung. Of a lateness the
 * family is told in another way, with no hurry: the child is in; of a meeting by the lead. A warning about attendance that did not go today is
 * due on the next school day.
 */
import { tellTask } from '../attend/meeting-task.ts'
import { callTask } from '../call.ts'
import type { Facts } from '../facts.ts'
import type { TaskOrder, TextOrder } from '../order.ts'
import { putRightTask } from '../put-right.ts'
import { tellLateTask } from '../tell-late.ts'

const taskFor = (facts: Facts, kind: TextOrder['kind'], pupil: string, why: string) => {
  if (kind === 'correction') return putRightTask(facts, pupil)
  if (kind === 'reminder') return tellTask(facts, pupil, why)
  return kind === 'late' ? tellLateTask(facts, pupil) : callTask(facts, pupil, why)
}

export const ringInstead = (
  facts: Facts,
  { kind, pupils, rule, clause }: TextOrder,
  why: string,
): readonly TaskOrder[] =>
  kind === 'warning'
    ? []
    : pupils.flatMap((pupil) => taskFor(facts, kind, pupil, why) ?? []).map((task) => ({ ...task, rule, clause }))
