import * as z from 'zod'

export const Env = z.object({
  TABLE: z.string().min(1),
  /** Where a printed report waits to be fetched; files there go after a month. */
  FILES_BUCKET: z.string().min(1),
  /** Where reports lie that were made on their day. */
  KEPT_BUCKET: z.string().min(1),
  /** What is to be rehearsed. */
  REHEARSALS_QUEUE_URL: z.string().min(1),
})
