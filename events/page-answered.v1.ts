import * as z from 'zod'
import { academyId, instant, localDate } from './values.ts'

/** A parent wrote on the page of their child's record. `why`: why the child is away · `wrong`: what the record has wrong. */
export const PageAnsweredV1 = z.strictObject({
  page: z.string().regex(/^[0-9a-f]{8,64}$/, 'a page is named by a digest'),
  academy: academyId,
  /** E.164: the phone that the link was sent to; nothing where a letter carried it. */
  from: z
    .string()
    .regex(/^\+\d{3,15}$/, 'a number is a plus and digits')
    .exactOptional(),
  contactId: z.string().min(1).max(64),
  /** The key of the child it is about. */
  pupil: z.string().min(1).max(16),
  as: z.enum(['why', 'wrong']),
  /** The day of the record that is wrong. */
  about: localDate.optional(),
  words: z
    .string()
    .min(1)
    .max(1000)
    .transform((text) => text.toWellFormed()),
  at: instant,
})
export type PageAnswered = z.infer<typeof PageAnsweredV1>
