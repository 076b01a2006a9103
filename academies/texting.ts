/** How texts are sent and heard: the carrier, the number, to whom, and until when each kind is useful. */
import * as z from 'zod'
import { time } from './policy-parts.ts'

const provider = z.enum(['sns', 'end-user-messaging', 'notify', 'twilio'])

const pence = z.number().min(0).max(100)

export const texting = z.strictObject({
  provider: provider.describe('Who carries texts.'),
  second: z
    .union([provider, z.literal('none')])
    .describe('Who is asked when the first refuses our account or has no room, before it took the text.'),
  account: z
    .string()
    .regex(/^[a-z0-9-]{1,32}$/, 'an account is named in small letters, digits and hyphens')
    .describe('Which of the trust’s accounts at GOV.UK Notify or Twilio is used.'),
  number: z
    .string()
    .regex(/^\+44\d{9,10}$/, 'a number is written +44 and the rest without spaces, like +447700900900')
    .describe('The number that sends and hears replies; it also picks the academy of a reply.'),
  senderId: z
    .string()
    .regex(/^[A-Za-z0-9]{1,11}$/, 'a sender name is one to eleven letters and digits')
    .describe('Name shown where the provider cannot send from the number.'),
  pencePerPart: z
    .strictObject({
      sns: pence.describe('By SNS.'),
      'end-user-messaging': pence.describe('By AWS End User Messaging.'),
      notify: pence.describe('By GOV.UK Notify.'),
      twilio: pence.describe('By Twilio.'),
    })
    .describe('What one part of a text costs by each carrier, in pence without VAT.'),
  warnAtPounds: z
    .number()
    .min(0)
    .max(100_000)
    .describe('Estimated cost of a month’s texts above which the Lead is told, once. It stops nothing.'),
  recipients: z.enum(['first', 'all-resident', 'all-responsible']).describe('Who gets a first-day text.'),
  lateArrivals: z.boolean().describe('A text home about each pupil who came after the register had closed (U).'),
  receiptWithinMinutes: z.int().min(1).max(120).describe('No receipt by then counts as unknown.'),
  afterSilence: z
    .strictObject({
      goTo: z
        .enum(['call-list', 'next-contact'])
        .describe('A person rings, or the next contact is texted first and a person rings when none is left.'),
      minutes: z
        .int()
        .min(0)
        .max(240)
        .describe(
          'Minutes after a first-day text without any answer, although it arrived; 0 waits for the lunch call.',
        ),
    })
    .describe('What follows a first-day text that has no receipt in time, or arrived and is not answered.'),
  perContactPerDay: z.int().min(2).max(20).describe('Texts a person may get in a day; what comes on top is rung.'),
  quiet: z
    .strictObject({
      from: time.describe('No family is texted from this time of the evening on.'),
      until: time.describe('The first time of the morning at which a family may be texted.'),
    })
    .describe('Hours of the night in which no family is texted by itself.'),
  usefulUntil: z
    .strictObject({
      unreported: time.describe('First-day texts about an unreported absence; a person rings after it.'),
      ladder: time.describe('Texts to the family of a child nobody can account for.'),
      warning: time.describe('Warnings about attendance.'),
      correction: time.describe('Corrections of an earlier text; a person rings after it.'),
      reply: time.describe('Replies that staff write; after it the office rings.'),
      late: z.literal('session-end').describe('Late texts go until the session ends.'),
    })
    .describe('A text of this kind must not go after this time.'),
})
