import * as z from 'zod'
import { localDate, pathId } from '../values.ts'

export const PreviewBody = z.strictObject({
  pupils: z.array(pathId).min(1).max(40).describe('The children whose contacts are to be shown.'),
  says: z
    .string()
    .min(1)
    .max(600)
    .optional()
    .describe('Other English to try in place of the policy’s; translations of the old do not fit it.'),
  date: localDate.optional().describe('Today when left out.'),
  session: z.enum(['AM', 'PM']).default('AM'),
})
