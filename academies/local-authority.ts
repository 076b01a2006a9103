import * as z from 'zod'

export const localAuthority = z.strictObject({
  code: z
    .string()
    .regex(/^\d{3}$/, 'a local authority has a code of three digits, like 891')
    .describe('Three digits.'),
  name: z.string().min(2).describe('Its name.'),
})
