import * as z from 'zod'

export const Env = z.object({
  TABLE: z.string().min(1),
  FILES_BUCKET: z.string().min(1),
  IMPORTS_QUEUE_URL: z.string().min(1),
  TEXTS_QUEUE_URL: z.string().min(1),
  PHONES_SECRET: z.string().min(1),
})
