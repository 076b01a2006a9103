/** What a policy says of returns to the local authority: when people are asked to send one, and until when. */
import * as z from 'zod'
import { role } from './policy-parts.ts'

export const returns = z.strictObject({
  absenceDays: z
    .int()
    .min(1)
    .max(10)
    .describe(
      'School days in a row of unauthorised absence after which the attendance return is asked for; 10 by law.',
    ),
  jointEnquiryDays: z
    .int()
    .min(10)
    .max(20)
    .describe('School days in a row after which school and authority enquire together.'),
  sicknessDays: z
    .int()
    .min(1)
    .max(15)
    .describe('Days of illness in a school year at which a person judges whether a sickness return is due; 15 by law.'),
  missingDays: z
    .int()
    .min(1)
    .max(10)
    .describe('School days without contact after which a child is referred as missing education.'),
  enquiriesFirst: z.int().min(0).max(10).describe('Enquiries recorded before such a referral is taken as sent.'),
  newPupilDays: z.int().min(1).max(5).describe('Days for the return about a new name in the register; 5 by law.'),
  newPupilCount: z.enum(['calendar', 'school']).describe('Whether these are days of the calendar or school days.'),
  juniorClass: z
    .enum(['left-out', 'returned'])
    .describe('The most junior class that starts on the first day of the school year.'),
  seniorClass: z.enum(['left-out', 'returned']).describe('The most senior class at the end of the last term.'),
  dueSchoolDays: z.int().min(0).max(20).describe('School days allowed for a return without a time in law.'),
  doers: z.array(role).min(1).describe('Who sends returns.'),
})
