/** What is done at night, when a day is over. */
import * as z from 'zod'
import { role, time } from './policy-parts.ts'

export const nightly = z.strictObject({
  at: time.describe('When the marks of the day before are counted; only days that are over are.'),
})

export const unresolved = z.strictObject({
  schoolDays: z
    .int()
    .min(1)
    .max(5)
    .describe('School days in which the reason of an N is established; the law allows 5.'),
  remindFrom: z.int().min(1).max(5).describe('School days after which people are asked for it.'),
  settle: z
    .enum(['automatic', 'person'])
    .describe('Who makes it O when no reason came: Firstbell at night, or a person.'),
  doers: z.array(role).min(1).describe('Who finds the reason.'),
})
