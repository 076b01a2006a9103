/** What a person does in place of a text that may not go: the family is rung. Lateness is not worth a call: the child is in. */
import { callTask } from '../call.ts'
import type { Facts } from '../facts.ts'
import type { TaskOrder, TextOrder } from '../order.ts'
import { putRightTask } from '../put-right.ts'

export const ringInstead = (
  facts: Facts,
  { kind, pupils, rule, clause }: TextOrder,
  why: string,
): readonly TaskOrder[] =>
  kind === 'late'
    ? []
    : pupils.map((pupil) => ({
        ...(kind === 'correction' ? putRightTask(facts, pupil) : callTask(facts, pupil, why)),
        rule,
        clause,
      }))
