/** A draft of a policy, and what to rehearse it on. */
import * as z from 'zod'
import { localDate } from '../values.ts'

const share = z.number().min(0).max(1)

export const RehearsalBody = z.strictObject({
  policy: z
    .record(z.string(), z.json())
    .describe('The values that would be others than in the policy in force, as the academy’s file has them.'),
  sources: z
    .record(z.string(), z.json())
    .default({})
    .describe('Where values come from, as in the academy’s file; need not be said.'),
  from: localDate.optional().describe('The first date; the last school year when neither is said.'),
  until: localDate.optional().describe('The last date.'),
  answered: share
    .default(0)
    .describe('Share of the families who answer a text that no reason in the marks answers, from 0 to 1.'),
  unreported: share
    .default(0)
    .describe('Share of reasons given on the day that came only after the text, from 0 to 1.'),
  seed: z.int().min(0).max(999_999).default(1).describe('Which families those are.'),
})
