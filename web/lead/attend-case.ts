import type * as z from 'zod'
import type { AttendAnswer } from '../../events/api/lead.ts'

/** One child's casework as the list of the Attendance Lead shows it. */
export type AttendCase = z.output<typeof AttendAnswer>['cases'][number]
