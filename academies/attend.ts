/** What a policy says of ATTEND panels and of the work with a family around them. */
import * as z from 'zod'
import { time } from './policy-parts.ts'

export const attend = z.strictObject({
  proposePanels: z
    .boolean()
    .describe('Each further absence of a pupil below the stage 1 line proposes a panel, one at a time for a family.'),
  reviewDays: z.int().min(1).max(60).describe('Days from one review of an open case to the next.'),
  barriers: z
    .array(z.string().regex(/^[a-z][a-z-]{1,30}$/, 'a barrier is named in small letters and hyphens, like young-carer'))
    .min(1)
    .describe('Categories of what keeps children from school.'),
  longAbsenceSchoolDays: z
    .int()
    .min(2)
    .max(30)
    .describe('School days away in a row after which a plan for the return is proposed.'),
  agencies: z
    .array(
      z.string().regex(/^[a-z][a-z-]{1,30}$/, 'a service is named in small letters and hyphens, like school-nurse'),
    )
    .min(1)
    .describe('Services that are asked for support.'),
  answerSchoolDays: z.int().min(1).max(60).describe('School days after which a service is asked again.'),
  remind: z
    .strictObject({
      schoolDaysBefore: z
        .int()
        .min(1)
        .max(10)
        .describe('School days before a meeting on which the family is reminded.'),
      at: time.describe('The hour of the reminder.'),
    })
    .describe('The reminder of a meeting, by text.'),
})
