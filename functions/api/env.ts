import * as z from 'zod'

export const Env = z.object({
  TABLE: z.string().min(1),
  FILES_BUCKET: z.string().min(1),
  LETTERS_BUCKET: z.string().min(1),
  LETTERS_QUEUE_URL: z.string().min(1),
  /** Registers as they stood, and the academies' keys. */
  EVIDENCE_BUCKET: z.string().min(1),
  EVIDENCE_KEYS_BUCKET: z.string().min(1),
  EVIDENCE_QUEUE_URL: z.string().min(1),
  IMPORTS_QUEUE_URL: z.string().min(1),
  TEXTS_QUEUE_URL: z.string().min(1),
  PHONES_SECRET: z.string().min(1),
  /** What one-off sweeps of a late opening call, by which role, and where what failed is kept. */
  SWEEP_ARN: z.string().min(1),
  SCHEDULES_ROLE_ARN: z.string().min(1),
  SCHEDULE_FAILURES_ARN: z.string().min(1),
})
