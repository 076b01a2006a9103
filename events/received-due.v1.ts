import * as z from 'zod'
import { academyId, instant } from './values.ts'

/** Scheduler's call: the texts that an academy's provider has received are looked up. */
export const ReceivedDueV1 = z.object({ academy: academyId, scheduledTime: instant })
