import * as z from 'zod'

export const Env = z.object({
  TABLE: z.string().min(1),
  /** Locked copies of what is written, and the keys that they are kept under. */
  EVIDENCE_BUCKET: z.string().min(1),
  EVIDENCE_KEYS_BUCKET: z.string().min(1),
})
