/** Going to a family's door: who goes, and what to know before. */
import * as z from 'zod'
import { pathId } from '../values.ts'

export const OutBody = z.strictObject({
  pupils: z.array(pathId).max(12).default([]).describe('The children whose homes are visited.'),
  people: z.int().min(1).max(5).default(1).describe('How many go.'),
})

export const VisitRiskBody = z.strictObject({
  note: z.string().trim().min(3).max(300).describe('What to know: a dog, a stair, who may be there.'),
  twoPeople: z.boolean().default(false).describe('Nobody goes there alone.'),
})
