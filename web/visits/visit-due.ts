import type * as z from 'zod'
import type { VisitsAnswer } from '../../events/api/visit-answers.ts'

/** The visits of a day: those to make, and who is out on one. */
export type Visits = z.output<typeof VisitsAnswer>
export type VisitDue = Visits['due'][number]
