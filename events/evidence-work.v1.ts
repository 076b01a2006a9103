import * as z from 'zod'
import { academyId, localDate, pathId } from './values.ts'

/** A bundle of evidence about one pupil is to be made. */
export const EvidenceWorkV1 = z.object({
  academy: academyId,
  /** The pupil's key, never a name. */
  pupil: z.string().min(1).max(6),
  from: localDate,
  until: localDate,
  bundle: pathId,
  /** Who asked. */
  by: z.string().min(1).max(64),
})
export type EvidenceWork = z.output<typeof EvidenceWorkV1>
