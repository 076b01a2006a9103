/**
 * What a person does in place of a text that may not go: the family is rung. Lateness and a warning about
 * attendance are not worth a call: the child is in, and a warning that did not go today is due on the next school day.
 */
import { callTask } from '../call.ts'
import type { Facts } from '../facts.ts'
import type { TaskOrder, TextOrder } from '../order.ts'
import { putRightTask } from '../put-right.ts'

export const ringInstead = (
  facts: Facts,
  { kind, pupils, rule, clause }: TextOrder,
  why: string,
): readonly TaskOrder[] =>
  kind === 'late' || kind === 'warning'
    ? []
    : pupils.map((pupil) => ({
        ...(kind === 'correction' ? putRightTask(facts, pupil) : callTask(facts, pupil, why)),
        rule,
        clause,
      }))
