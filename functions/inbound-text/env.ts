import * as z from 'zod'

export const Env = z.object({
  TABLE: z.string().min(1),
  TEXTS_QUEUE_URL: z.string().min(1),
  /** The secret with the keys of the phone look-up. */
  PHONES_SECRET: z.string().min(1),
})
