import type * as z from 'zod'
import type { PenaltiesAnswer } from '../../events/api/lead.ts'

/** One pupil's matter of penalty notices as the board has it. */
export type Matter = z.output<typeof PenaltiesAnswer>['matters'][number]
