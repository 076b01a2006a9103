import * as z from 'zod'

export const Env = z.object({
  TABLE: z.string().min(1),
  /** Where what was told on the line waits to be heard, beside the texts of parents. */
  INBOUND_QUEUE_URL: z.string().min(1),
  /** Where proved calls are kept that do not have the documented shape. */
  UNREAD_QUEUE_URL: z.string().min(1),
  /** The secret with the keys of the phone look-up. */
  PHONES_SECRET: z.string().min(1),
  /** The trust's accounts at Twilio, with what their calls are verified by. */
  ACCOUNTS_SECRET: z.string().min(1),
})
