import * as z from 'zod'
import { academyId } from './values.ts'

/** An academy's night has been, or somebody asked: its extracts may be made. `anew`: those of the newest period are looked at again. */
export const ExtractsDueV1 = z.object({ academy: academyId, anew: z.boolean().default(false) })
export type ExtractsDue = z.input<typeof ExtractsDueV1>
