import * as z from 'zod'
import { academyId, localDate } from './values.ts'

/** The night has read what the record has: an academy's days may be sealed up to this one, which is over. */
export const SealDueV1 = z.object({ academy: academyId, until: localDate })
export type SealDue = z.output<typeof SealDueV1>
