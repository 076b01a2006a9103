/** What a policy says of penalty notices. The law's own numbers are values too: who has to show that they are kept can see them. */
import * as z from 'zod'
import { date, role } from './policy-parts.ts'

export const penalties = z.strictObject({
  sessions: z
    .int()
    .min(1)
    .max(10)
    .describe('Unauthorised sessions at which a notice must be considered; the national framework says 10.'),
  schoolWeeks: z
    .int()
    .min(10)
    .max(14)
    .describe('School weeks within which they fall, across terms and years; the national framework says 10.'),
  window: z
    .enum(['whole-weeks', 'any-day'])
    .describe('Whether the weeks are counted from Monday to Sunday, or to the day.'),
  warnAt: z
    .int()
    .min(1)
    .max(9)
    .describe('Unauthorised sessions at which people are warned that the threshold is near.'),
  considerAgainAfter: z
    .int()
    .min(1)
    .max(10)
    .describe('Further unauthorised sessions after which a matter that was considered is considered again.'),
  lookedAfter: z
    .enum(['never', 'person'])
    .describe('A looked-after child: never referred, or as a person decides for each parent.'),
  notices: z
    .strictObject({
      most: z.int().min(1).max(2).describe('Notices of one parent for one child after which there is none any more.'),
      years: z.int().min(3).max(5).describe('Years in which they count.'),
      since: date.describe('Notices before this date were another scheme’s and are not counted.'),
    })
    .describe('The ledger of notices.'),
  doers: z.array(role).min(1).describe('Who considers a matter.'),
  dueSchoolDays: z.int().min(1).max(20).describe('School days allowed to consider it.'),
})
