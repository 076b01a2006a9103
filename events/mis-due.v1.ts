import * as z from 'zod'
import { academyId, instant, localDate } from './values.ts'

/** An academy's own system is to be asked on a date: by the night, without `since`; then again and again with the moment of the last answer. */
export const MisDueV1 = z.object({
  academy: academyId,
  mis: z.literal('wonde'),
  date: localDate,
  since: instant.exactOptional(),
})
export type MisDue = z.infer<typeof MisDueV1>
