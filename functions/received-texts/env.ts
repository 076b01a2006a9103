import * as z from 'zod'

export const Env = z.object({
  TABLE: z.string().min(1),
  /** Where texts from parents wait to be heard. */
  INBOUND_QUEUE_URL: z.string().min(1),
  /** The trust's accounts with providers outside AWS. */
  ACCOUNTS_SECRET: z.string().min(1),
})
