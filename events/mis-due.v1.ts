import * as z from 'zod'
import { academyId, instant, localDate } from './values.ts'

/** An academy's own system is to be asked on a date: by the night, without `since`; then call after call, with the moment of the last answer. */
export const MisDueV1 = z.object({
  academy: academyId,
  mis: z.literal('wonde'),
  date: localDate,
  since: instant.exactOptional(),
  /** The night's is none, and each has the next one called. */
  call: z.int().min(0).default(0),
})
export type MisDue = z.infer<typeof MisDueV1>
