/** What was done with one family about a pupil's attendance, as a page reads it. */
import * as z from 'zod'

const Meeting = z.looseObject({ id: z.string(), date: z.string(), time: z.string(), state: z.string() })
const Case = z.looseObject({
  id: z.string(),
  meetings: z.array(Meeting),
  plan: z.looseObject({ owner: z.string(), words: z.string(), agreedOn: z.string() }).optional(),
  actions: z.array(
    z.looseObject({ id: z.string(), words: z.string(), owner: z.string(), due: z.string(), state: z.string() }),
  ),
  checkIns: z.array(z.looseObject({ on: z.string(), with: z.enum(['child', 'family']), words: z.string() })),
  review: z.string().describe('The next review.'),
})

export const PupilAttendAnswer = z
  .object({ open: Case.nullable(), closed: z.array(Case) })
  .describe('A pupil’s attendance case, and those that closed.')

export const LeaveRequestsAnswer = z
  .object({
    requests: z.array(
      z.looseObject({ id: z.string(), from: z.string(), until: z.string(), state: z.string(), words: z.string() }),
    ),
  })
  .describe('Leave asked for, the newest first.')

export const EvidenceAnswer = z
  .looseObject({
    bundle: z.string().optional().describe('The bundle that is being put together.'),
    address: z.string().optional().describe('Where it is, for a minute.'),
  })
  .describe('The bundle, or that it is being put together.')
