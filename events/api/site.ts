/** What is asked for about children ahead of the policy's hours. */
import * as z from 'zod'
import { pathId } from '../values.ts'

export const TextNowBody = z.strictObject({
  pupils: z.array(pathId).min(1).max(60).describe('Children nobody has explained; brothers and sisters come along.'),
})
