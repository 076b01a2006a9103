/** How another system's export is read, as the API is told it. */
import * as z from 'zod'
import { CSV_FILES } from '../import-requested.v1.ts'

const words = (most: number) => z.string().trim().min(1).max(most)

export const MappingBody = z.strictObject({
  file: z.enum(CSV_FILES, { error: `a file is one of ${CSV_FILES.join(', ')}` }),
  source: words(60).describe('The system that the file comes from.'),
  columns: z
    .record(words(100), words(40))
    .refine((columns) => Object.keys(columns).length <= 200, 'a mapping has at most 200 columns')
    .describe('Our column by theirs. Where sessions stand side by side, AM and PM are columns too.'),
  dates: z
    .enum(['iso-or-uk', 'day-first', 'month-first'])
    .default('iso-or-uk')
    .describe('How dates are written: 2026-01-31 or 31/01/2026; 31/01/26 or 31 Jan 2026; 01/31/2026.'),
  layout: z
    .enum(['rows', 'sessions-across', 'dates-across'])
    .default('rows')
    .describe(
      'Marks: one a row; a row a day with a column for AM and PM; a row a pupil with a column for each session.',
    ),
  values: z
    .record(words(40), z.record(z.string().trim().max(200), z.string().trim().max(200)))
    .default({})
    .refine(
      (values) => Object.values(values).every((of) => Object.keys(of).length <= 200),
      'a column has at most 200 values',
    )
    .describe('Our value by theirs, by our column.'),
})
