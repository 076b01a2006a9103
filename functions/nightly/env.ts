import * as z from 'zod'

export const Env = z.object({
  TABLE: z.string().min(1),
  /** Where it says which registers the record has, and whom it tells. */
  EVIDENCE_BUCKET: z.string().min(1),
  SEAL_QUEUE_URL: z.string().min(1),
  EXTRACTS_QUEUE_URL: z.string().min(1),
  REPORTS_QUEUE_URL: z.string().min(1),
  IMPORTS_QUEUE_URL: z.string().min(1),
})
