import * as z from 'zod'

const FieldProblem = z.object({ field: z.string(), rule: z.string(), remedy: z.string() })
const PupilProblem = z.object({ pupil: z.string(), code: z.string(), why: z.string(), remedy: z.string() })

export const Problem = z
  .looseObject({
    type: z.string(),
    status: z.int(),
    code: z.string().describe('Stable, for programs.'),
    title: z.string().describe('What is wrong.'),
    remedy: z.string().describe('What to do about it.'),
    errors: z.array(FieldProblem).optional().describe('By field, where the shape is wrong.'),
    pupils: z.array(PupilProblem).optional().describe('By pupil, where marks cannot stand.'),
  })
  .describe('What is wrong and what to do (RFC 9457).')
