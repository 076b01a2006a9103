import * as z from 'zod'

export const Env = z.object({
  TABLE: z.string().min(1),
  /** Where a receipt waits that could not be kept at once. */
  RECEIPTS_QUEUE_URL: z.string().min(1),
})
