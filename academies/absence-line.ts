/** The absence line of a school: the number that parents ring, what it says, and what may be said to it by key. */
import * as z from 'zod'

/** Keys 8 and 9 mean something of their own everywhere on the line, so that a menu ends at 7. */
export const MOST_REASONS = 7

const number = z
  .string()
  .regex(/^\+44\d{9,10}$/, 'a number is written +44 and the rest without spaces, like +441632960960')

/** The fields that a greeting may hold. */
export const GREETING_FIELDS = ['school', 'phone'] as const

export const absenceLine = z.strictObject({
  on: z.boolean().describe('False: the line says only whom to ring instead.'),
  provider: z.enum(['connect', 'twilio']).describe('Who answers the telephone: Amazon Connect or Twilio.'),
  number: number.describe('The number that parents ring; it also picks the academy of a call.'),
  greeting: z.string().min(10).max(300).describe('What everybody hears first, with {school} and {phone}.'),
  transfer: z
    .union([number, z.literal('none')])
    .describe('Where a caller who presses 0 is put through; none where nobody may be.'),
  tries: z
    .int()
    .min(2)
    .max(5)
    .describe('How often a question is asked when the answer is silence or no key of its own.'),
  reasons: z
    .array(
      z.strictObject({
        says: z.string().trim().min(2).max(60).describe('As the line reads it out: "illness".'),
        code: z.string().exactOptional().describe('Code to propose; left out where staff choose it.'),
      }),
    )
    .min(1)
    .max(MOST_REASONS)
    .describe('The menu of reasons, key 1 first. Any other reason is told in a message.'),
})
