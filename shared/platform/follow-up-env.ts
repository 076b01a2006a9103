import * as z from 'zod'

/** What every function that looks at a day needs. */
export const FollowUpEnv = z.object({
  TABLE: z.string().min(1),
  TEXTS_QUEUE_URL: z.string().min(1),
  LETTERS_QUEUE_URL: z.string().min(1),
  LOOK_QUEUE_ARN: z.string().min(1),
  TIMERS_ROLE_ARN: z.string().min(1),
})
