import * as z from 'zod'
import { SWEEPS } from '../academies/policy.ts'
import { academyId, instant } from './values.ts'

/** Scheduler's call: a sweep of an academy is due. `scheduledTime` is Scheduler's own, and decides lateness. */
export const SweepDueV1 = z.object({
  academy: academyId,
  sweep: z.enum(SWEEPS),
  scheduledTime: instant,
})
export type SweepDue = z.infer<typeof SweepDueV1>
