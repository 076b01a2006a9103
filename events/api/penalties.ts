/** What people send about penalty notices. */
import * as z from 'zod'
import { NOTICE_STATES } from '../../shared/domain/penalties/ledger.ts'
import { localDate, pathId } from '../values.ts'
import { BecauseBody } from './office.ts'

const { because } = BecauseBody.shape
const sentence = z.string().trim().min(3, 'a sentence has at least 3 letters').max(300)
const support = z.array(sentence).max(20)
const weighed = sentence.optional().describe('How special needs or the word of a social worker were weighed.')

export const ConsiderBody = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('not-referred'), because }),
  z.strictObject({
    decision: z.literal('notice-to-improve'),
    because,
    support: support.min(1).describe('What was done to help, as the family reads it in the letter, one sentence each.'),
    weighed,
  }),
  z.strictObject({
    decision: z.literal('refer'),
    because,
    parents: z
      .array(pathId)
      .min(1)
      .max(8)
      .refine((all) => new Set(all).size === all.length, 'a parent is named once')
      .describe('Contacts for whom a notice is asked, each by themselves.'),
    support: support.default([]).describe('What was done to help, one sentence each.'),
    supportNotFitting: sentence.optional().describe('Why help is no answer here, as with a holiday in term.'),
    weighed,
  }),
])
export type Consider = z.output<typeof ConsiderBody>

export const NoticeBody = z.strictObject({
  parent: pathId.describe('The contact to whom the authority issued it.'),
  on: localDate.describe('The date on the notice.'),
  reference: z.string().trim().min(1).max(40).optional().describe('The authority’s own number.'),
  referral: pathId.optional().describe('The decision it followed.'),
})

export const NoticeEntryBody = z.strictObject({
  state: z.enum(NOTICE_STATES).exclude(['issued']),
  on: localDate.describe('The date on which the authority did it.'),
  because: because.optional(),
})
