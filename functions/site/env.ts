import * as z from 'zod'

export const Env = z.object({
  TABLE: z.string().min(1),
  /** For finding brothers and sisters by a shared telephone. */
  PHONES_SECRET: z.string().min(1),
})
