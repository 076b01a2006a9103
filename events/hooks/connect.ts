/**
 * What a flow of Amazon Connect hands to its Lambda, and what it takes back. Only what is used is read. Source: Amazon Connect
 * documentation, "Grant Amazon Connect access to your Lambda functions".
 */
import * as z from 'zod'

const address = z.object({ Address: z.string().max(40).nullish() }).nullish()

/** The parameters are our own flow's: what was heard since the last step. Values that a flow does not have come empty. */
const Parameters = z.object({
  heard: z.enum(['begin', 'keys', 'recording', 'answered', 'unanswered', 'hang-up', 'transcript']),
  step: z
    .string()
    .regex(/^\d{0,3}$/, 'a step is a small number')
    .default(''),
  /** `Timeout` where nothing was keyed in time. */
  keys: z
    .string()
    .regex(/^([0-9*#]{0,20}|Timeout)$/, 'keys are digits, * and #')
    .default(''),
  words: z
    .string()
    .max(20_000)
    .default('')
    .transform((words) => words.toWellFormed()),
})

export const ConnectCallV1 = z.object({
  Name: z.literal('ContactFlowEvent'),
  Details: z.object({
    ContactData: z.object({
      Channel: z.literal('VOICE'),
      ContactId: z.uuid({ error: 'a contact of Amazon Connect has a UUID' }),
      CustomerEndpoint: address,
      SystemEndpoint: z.object({ Address: z.string().regex(/^\+?\d{3,15}$/) }),
    }),
    Parameters,
  }),
})
export type ConnectCall = z.output<typeof ConnectCallV1>

/** Flat, every value a string, never null: nothing else reaches the flow as `$.External.<name>`. */
export const ConnectAnswerV1 = z.strictObject({
  say: z.string(),
  next: z.enum(['key', 'date', 'record', 'transfer', 'hang-up']),
  step: z.string(),
  transferTo: z.string(),
})
export type ConnectAnswer = z.output<typeof ConnectAnswerV1>
