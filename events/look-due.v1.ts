import * as z from 'zod'
import { academyId, instant } from './values.ts'

/** A one-off alarm went: an academy's day is to be looked at again. */
export const LookDueV1 = z.object({ academy: academyId, at: instant })
export type LookDue = z.infer<typeof LookDueV1>
