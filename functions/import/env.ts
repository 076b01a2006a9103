import * as z from 'zod'

export const Env = z.object({
  TABLE: z.string().min(1),
  FILES_BUCKET: z.string().min(1),
  PHONES_SECRET: z.string().min(1),
  /** Its own queue: what is left of a long file is taken up by another call. */
  IMPORTS_QUEUE_URL: z.string().min(1),
  /** Where an academy's keys of its own system are. */
  ACCOUNTS_SECRET: z.string().min(1),
  /** How often the queue brings a file before it goes to the dead letters. */
  TRIES: z.string().regex(/^\d+$/).transform(Number),
})
