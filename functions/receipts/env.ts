import * as z from 'zod'

export const Env = z.object({ TABLE: z.string().min(1) })
