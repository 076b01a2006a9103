/** What is said about extracts: which part is collected, and what its recipient made of it. */
import * as z from 'zod'

export const CollectBody = z.object({
  part: z
    .enum(['data', 'manifest', 'differences'])
    .default('data')
    .describe('The data, the list of what it is, or what it says otherwise than the extract it supersedes.'),
})

export const ExtractAnswerBody = z.object({
  accepted: z.boolean().describe('False when rows were rejected.'),
  rejected: z
    .array(
      z.object({
        row: z.int().min(1).describe('Number of the row in the data, the first below the header being 1.'),
        because: z.string().trim().min(1).max(300),
      }),
    )
    .max(1000)
    .default([]),
})

export const TrustCollectBody = z.object({
  part: z.enum(['data', 'manifest']).default('data').describe('All rows as one file, or the list of what is in it.'),
  format: z.enum(['csv', 'json']).default('csv').describe('Of the rows.'),
})
