import * as z from 'zod'

export const Env = z.object({
  TABLE: z.string().min(1),
  /** Where answers of parents wait to be heard. */
  INBOUND_QUEUE_URL: z.string().min(1),
})
