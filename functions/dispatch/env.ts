import * as z from 'zod'

export const Env = z.object({
  TABLE: z.string().min(1),
  TEXTS_QUEUE_URL: z.string().min(1),
  /** The configuration set whose events are the receipts of End User Messaging. */
  CONFIGURATION_SET: z.string().min(1),
  /** Seals our reference in a provider's receipts. */
  PHONES_SECRET: z.string().min(1),
})
