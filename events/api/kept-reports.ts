/** Reports as they were made on their day. */
import * as z from 'zod'

export const KeptReportsAnswer = z
  .object({
    reports: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        title: z.string(),
        classId: z.string().optional().describe('The class that it is about.'),
        due: z.string().describe('The day it was made for.'),
        date: z.string().describe('The last date that it counts.'),
        made: z.string(),
        policy: z.string().describe('The version of the policy that it was made under.'),
        sha256: z.record(z.string(), z.string()).describe('Of each of its files: json, csv and pdf.'),
      }),
    ),
  })
  .describe('Reports that you may read, as they were made, the newest first.')
