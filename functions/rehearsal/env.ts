import * as z from 'zod'

export const Env = z.object({
  TABLE: z.string().min(1),
  /** Where what is asked and what is answered is kept, under `rehearsals/`. */
  FILES_BUCKET: z.string().min(1),
  /** Its own queue: the second policy is played by another call. */
  REHEARSALS_QUEUE_URL: z.string().min(1),
})
