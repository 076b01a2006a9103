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
export const GroupsAnswer = z
  .object({
    kinds: z.array(z.enum(GROUPINGS)).describe('By which the school’s policy breaks figures down.'),
    groups: z.array(
      z.object({
        id: z.string(),
        version: z.int(),
        name: z.string(),
        pupils: z.array(z.string()).describe('Those chosen one by one.'),
        people: z.array(z.object({ id: z.string(), name: z.string(), class: z.string() })).describe('Who they are.'),
        gone: z.int().describe('Chosen one by one, and on the roll no more.'),
        rule: z.partialRecord(z.enum(GROUPINGS), z.array(z.string())),
      }),
    ),
  })
  .describe('Groups that the school has made.')

const figures = {
  pupils: z.int(),
  possible: z.int(),
  attended: z.int(),
  rates: z.object({
    attendance: z.string().nullable(),
    authorised: z.string().nullable(),
    unauthorised: z.string().nullable(),
  }),
  persistentlyAbsent: z.int(),
  severelyAbsent: z.int(),
  belowLine: z.int(),
}

export const AttendanceByAnswer = z
  .object({
    by: z.enum([...GROUPINGS, 'own']),
    from: z.string(),
    until: z.string(),
    line: z.number().describe('The school’s own, in per cent.'),
    academy: z.object(figures),
    groups: z.array(
      z.object({
        group: z.string().describe('The word of the roll, or the id.'),
        name: z.string().optional(),
        ...figures,
      }),
    ),
  })
  .describe('Figures of the academy and of each group, sum over sum.')

export type GroupContent = z.output<typeof GroupBody>
