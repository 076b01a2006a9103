import * as z from 'zod'

export const Env = z.object({
  TABLE: z.string().min(1),
  TEXTS_QUEUE_URL: z.string().min(1),
  /** The configuration set whose events are the receipts of End User Messaging. */
  CONFIGURATION_SET: z.string().min(1),
  PHONES_SECRET: z.string().min(1),
  /** The trust's accounts at GOV.UK Notify and Twilio. */
  ACCOUNTS_SECRET: z.string().min(1),
})
