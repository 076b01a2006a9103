/** What the API takes about ATTEND panels and casework. */
import * as z from 'zod'
import { localDate, localTime, pathId } from '../values.ts'

const because = z.string().trim().min(3, 'a reason has at least 3 letters').max(300)
const words = (most: number) => z.string().trim().min(2).max(most)

export const AttendCaseBody = z.strictObject({ because: because.describe('Why a case is opened.') })

const slot = {
  date: localDate,
  time: localTime,
  place: z.string().trim().min(2).max(60).describe('Where, as a text or a letter says it: at school, in the library.'),
  tell: z.enum(['letter', 'text', 'person']).describe('How the family is told: by letter, by text, or by a person.'),
  governors: z.array(pathId).max(5).default([]).describe('Staff ids of governors asked to sit on the panel.'),
}

export const MeetingBody = z.strictObject(slot)
export const RearrangeBody = z.strictObject({ ...slot, because: because.describe('Why the meeting moves.') })

export const MeetingOutcomeBody = z.strictObject({
  outcome: z.enum(['attended', 'not-attended']),
  came: z.array(pathId).max(10).default([]).describe('Contact ids of those of the family who came.'),
  minutes: words(4000).describe('What was said and agreed, or what was done when nobody came.'),
  pupilSaid: words(1000).optional().describe('The child’s own account.'),
  parentsSaid: words(1000).optional().describe('The parents’ account.'),
  dutyExplained: z.boolean().describe('The parents were told of their duty in law and of advice that would help.'),
})
