/** Who works at the school, as far as a page has to name them. */
import * as z from 'zod'

export const StaffAnswer = z
  .object({ staff: z.array(z.object({ id: z.string(), name: z.string(), role: z.string() })) })
  .describe('Staff in force today, by name.')
