/** What is said about extracts: which part is collected, and what its recipient made of it. */
import * as z from 'zod'
import { instant, localDate } from '../values.ts'

const hand = z
  .enum(['redirect', 'link'])
  .default('redirect')
  .describe('A redirect to the file; or its link in the answer, for a page, which cannot follow one.')

export const CollectBody = z.object({
  part: z
    .enum(['data', 'manifest', 'differences'])
    .default('data')
    .describe('The data, the list of what it is, or what it says otherwise than the extract it supersedes.'),
  hand,
})

export const PackBody = z.object({ hand })

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
  hand,
})

const Receipt = z.object({
  part: z.string(),
  reference: z.string().optional().describe('Of a pack: that of its row.'),
  by: z.string(),
  at: instant,
  sha256: z.string(),
})
const Academy = z.object({ id: z.string(), name: z.string() })
const period = z.object({ from: localDate, until: localDate })
const state = z.enum(['waiting', 'collected', 'acknowledged', 'rejected'])

export const CollectedAnswer = z
  .object({ receipt: Receipt, address: z.string().optional().describe('Good for a minute.') })
  .describe('What was written down of it, and the link where it was asked for.')

const ExtractShown = z.object({
  id: z.string(),
  kind: z.string(),
  says: z.string().nullable().describe('What stands in it.'),
  recipient: z.string(),
  period,
  number: z.int().describe('Later ones of a period stand in place of earlier ones.'),
  format: z.string(),
  rows: z.int(),
  sha256: z.string(),
  generatedAt: instant,
  supersedes: z.string().optional(),
  differences: z.int().optional(),
  superseded: z.boolean(),
  state,
  receipts: z.array(Receipt),
  answer: z
    .object({
      by: z.string(),
      at: instant,
      accepted: z.boolean(),
      rejected: z.array(z.object({ row: z.int(), because: z.string() })),
    })
    .optional(),
})

export const ExtractsAnswer = z
  .object({ academy: z.string(), name: z.string().describe('Of the academy.'), extracts: z.array(ExtractShown) })
  .describe('Extracts that you may collect, the newest first.')

export const CollectAtAnswer = z
  .object({ academies: z.array(z.object({ academy: Academy, waiting: z.int().describe('Not collected yet.') })) })
  .describe('The academies at which you collect.')

export const TrustExtractsAnswer = z
  .object({
    extracts: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        says: z.string(),
        schemaVersion: z.int(),
        period,
        rows: z.int(),
        academies: z.array(
          z.object({
            academy: Academy,
            extract: z.string(),
            number: z.int(),
            rows: z.int(),
            sha256: z.string(),
            generatedAt: instant,
            state,
          }),
        ),
        leftOut: z.array(z.object({ academy: Academy, because: z.enum(['not-made', 'older-columns', 'encrypted']) })),
      }),
    ),
  })
  .describe('Extracts of all academies by kind and period, the newest period first.')
