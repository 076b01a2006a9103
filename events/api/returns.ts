/** What people say about returns to the local authority. */
import * as z from 'zod'
import { localDate } from '../values.ts'
import { BecauseBody } from './office.ts'

const { because } = BecauseBody.shape

export const ReturnSentBody = z.strictObject({
  on: localDate.describe('The date on which the authority was told.'),
  how: because.describe('To whom and how, as with the authority’s receipt; with "cannotWait", why.'),
  cannotWait: z.boolean().default(false).describe('The child may be harmed: enquiries go on beside the referral.'),
})

export const EnquiryBody = z.strictObject({
  what: z.string().trim().min(3).max(300).describe('What was done to find the child.'),
  on: localDate,
})

export const AskReturnBody = z.strictObject({
  kind: z
    .enum(['absence', 'sickness'])
    .describe('absence: fails to attend regularly · sickness: the school believes that it will be so many days.'),
  because,
})
