/** What a policy says of penalty notices. The law's own numbers are values too: who has to show that they are kept can see them. */
import * as z from 'zod'
import { FORM_NEEDS, FORM_SECTIONS, FORM_TABLES } from '../shared/domain/penalties/form.ts'
import { ROW_VALUES } from '../shared/domain/penalties/row-values.ts'
import { date, role } from './policy-parts.ts'

const form = z.strictObject({
  name: z.string().trim().min(3).max(80).describe('What the authority calls its form; the letter says it.'),
  sections: z.array(z.enum(FORM_SECTIONS)).min(1).describe('Parts of the letter, in the order of the form.'),
  rowPer: z
    .enum(['parent', 'child'])
    .describe('A row for each parent for whom a notice is asked, or one for the child.'),
  row: z
    .array(
      z.strictObject({
        column: z.string().trim().min(1).max(60).describe('The heading, as the authority’s own system reads it.'),
        value: z.enum(ROW_VALUES).describe('What stands below it.'),
      }),
    )
    .min(1)
    .describe('Columns of row.csv, in order.'),
  dates: z.enum(['iso', 'uk']).describe('Dates in row.csv: 2026-01-12, or 12/01/2026.'),
  tables: z.array(z.enum(FORM_TABLES)).describe('Tables that go with it, and no others; everything is referral.json.'),
  needs: z.array(z.enum(FORM_NEEDS)).describe('What the authority takes no referral without.'),
})

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
  sendTo: z
    .array(z.string().trim().min(1).max(40))
    .min(3)
    .max(7)
    .describe('To whom a referral goes at the authority, line by line, the postcode last.'),
  forms: z
    .record(z.string().regex(/^\d{3}$/, 'a form is named by the three digits of its authority, like 891'), form)
    .describe('The shape in which each authority asks for a referral, by its three digits.'),
  improve: z
    .strictObject({
      startsAfterSchoolDays: z
        .int()
        .min(0)
        .max(15)
        .describe('School days from the decision to the first day of the time.'),
      schoolDays: z.int().min(10).max(45).describe('School days that it has; authorities ask for 15 to 30.'),
      mostUnauthorised: z.int().min(0).max(9).describe('Unauthorised sessions in it that are no breach.'),
    })
    .describe('The time that a notice to improve gives.'),
  doers: z.array(role).min(1).describe('Who considers a matter.'),
  dueSchoolDays: z.int().min(1).max(20).describe('School days allowed to consider it.'),
})
