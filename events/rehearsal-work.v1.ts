/** A part of a rehearsal that is to be played: the policy in force first, then the draft. */
import * as z from 'zod'
import { academyId, pathId } from './values.ts'

export const RehearsalWorkV1 = z.object({
  academy: academyId,
  rehearsal: pathId,
  part: z.enum(['live', 'draft']),
})
export type RehearsalWork = z.infer<typeof RehearsalWorkV1>
