import * as z from 'zod'
import { academyId, instant } from './values.ts'

/** Scheduler's call: an academy's night has come. */
export const NightDueV1 = z.object({ academy: academyId, scheduledTime: instant })
