import * as z from 'zod'

export const Env = z.object({
  TABLE: z.string().min(1),
  EVIDENCE_BUCKET: z.string().min(1),
  EVIDENCE_KEYS_BUCKET: z.string().min(1),
  /** The prints of letters as they were sent. */
  LETTERS_BUCKET: z.string().min(1),
  /** Where a bundle waits to be fetched; files there go after a month. */
  FILES_BUCKET: z.string().min(1),
})
