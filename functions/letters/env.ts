import * as z from 'zod'

export const Env = z.object({
  TABLE: z.string().min(1),
  /** Documents and prints of letters, and batches for the office. */
  LETTERS_BUCKET: z.string().min(1),
  LETTERS_QUEUE_URL: z.string().min(1),
  /** The trust's accounts at GOV.UK Notify. */
  ACCOUNTS_SECRET: z.string().min(1),
})
