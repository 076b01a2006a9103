/** Letters that are ordered for a class, a year or the whole school. */
import * as z from 'zod'
import { localDate, pathId } from '../values.ts'

export const TermlyBody = z
  .strictObject({
    kind: z.enum(['traffic-light', 'full-attendance']),
    class: pathId.optional().describe('The class, by its id; the whole school when neither class nor year is given.'),
    year: z.string().min(1).max(3).optional().describe('The year group, as the roll has it.'),
    from: localDate
      .optional()
      .describe('The first day it is about; that of the last term with a day gone by when left out.'),
    until: localDate
      .optional()
      .describe('The last day it is about; that of the term, or yesterday when it is not over.'),
    term: z
      .string()
      .trim()
      .min(2)
      .max(40)
      .optional()
      .describe(
        'What the letter calls that time in the middle of a sentence, like “the autumn term”; the term’s own name when left out.',
      ),
  })
  .refine((body) => body.class === undefined || body.year === undefined, {
    path: ['year'],
    error: 'give a class or a year, not both',
  })
