/** What was done with one family about a pupil's attendance, as a page reads it. */
import * as z from 'zod'

const Meeting = z.looseObject({ id: z.string(), date: z.string(), time: z.string(), state: z.string() })
const Case = z.looseObject({
  id: z.string(),
  meetings: z.array(Meeting),
  plan: z.looseObject({ words: z.string() }).optional(),
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
