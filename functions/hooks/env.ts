import * as z from 'zod'

export const Env = z.object({
  /** Where texts from parents wait to be heard. */
  INBOUND_QUEUE_URL: z.string().min(1),
  /** Where receipts wait to be kept. */
  RECEIPTS_QUEUE_URL: z.string().min(1),
  /** Where it is said that a letter came back. */
  LETTERS_QUEUE_URL: z.string().min(1),
  /** Where proved calls are kept that do not have the documented shape. */
  UNREAD_QUEUE_URL: z.string().min(1),
  /** The trust's accounts at GOV.UK Notify and Twilio, with what their calls are verified by. */
  ACCOUNTS_SECRET: z.string().min(1),
})
