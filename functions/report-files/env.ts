import * as z from 'zod'

export const Env = z.object({
  TABLE: z.string().min(1),
  /** Where reports are kept, under `reports/`. */
  KEPT_BUCKET: z.string().min(1),
})
