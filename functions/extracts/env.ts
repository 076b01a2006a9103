import * as z from 'zod'

export const Env = z.object({
  TABLE: z.string().min(1),
  EXTRACTS_BUCKET: z.string().min(1),
  /** Its own work: to look again at what is under way to a recipient. */
  EXTRACTS_QUEUE_URL: z.string().min(1),
  /** The key of the pseudonyms. */
  PSEUDONYMS_SECRET: z.string().min(1),
})
