import * as z from 'zod'

export const Env = z.object({
  TABLE: z.string().min(1),
  EXTRACTS_BUCKET: z.string().min(1),
  /** Where the packs of referrals lie. */
  LETTERS_BUCKET: z.string().min(1),
  EXTRACTS_QUEUE_URL: z.string().min(1),
})
