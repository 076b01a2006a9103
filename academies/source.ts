import * as z from 'zod'

/** A sentence of the written policy, or an admitted assumption; both may ask the school something. */
export const source = z.union([
  z.strictObject({
    clause: z.string().min(1).describe('The section of the written policy, quoted or named.'),
    question: z
      .string()
      .min(1)
      .optional()
      .describe('What the school must still settle: where the clause is unclear or the law says otherwise.'),
  }),
  z.strictObject({
    assumed: z.string().min(1).describe('Why this value was chosen: the written policy does not say.'),
  }),
])
