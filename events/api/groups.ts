/** Groups that a school makes for itself. */
import * as z from 'zod'
import { GROUPINGS } from '../../shared/domain/counting/groups.ts'
import { pathId } from '../values.ts'

const words = z.array(z.string().trim().min(1).max(60)).min(1).max(60)

const group = {
  name: z.string().trim().min(1).max(60).describe('As reports call it.'),
  pupils: z.array(pathId).max(2000).default([]).describe('Pupils chosen one by one.'),
  rule: z
    .partialRecord(z.enum(GROUPINGS), words)
    .default({})
    .describe(
      'Of each grouping named, the words of the roll of which a pupil has one: {"year": ["3", "4"], "fsm": ["yes"]}.',
    ),
}
const isOfSomebody = ({ pupils, rule }: { pupils: readonly string[]; rule: object }): boolean =>
  pupils.length > 0 || Object.keys(rule).length > 0
const NOBODY = { error: 'a group has pupils, or a rule that says who is in it', path: ['pupils'] }

export const GroupBody = z.strictObject(group).refine(isOfSomebody, NOBODY)
export const GroupChangeBody = z
  .strictObject({ ...group, version: z.int().min(1).describe('Of the group as it was read.') })
  .refine(isOfSomebody, NOBODY)
export type GroupContent = z.output<typeof GroupBody>
