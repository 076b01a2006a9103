/** What passed with a family, as a page reads it. */
import * as z from 'zod'

/** Why something may not be, in the words of a refusal. */
const Refused = z.object({ why: z.string(), remedy: z.string() })

const Carrier = z.enum(['sns', 'end-user-messaging', 'notify', 'twilio'])

const Named = z.object({ id: z.string(), name: z.string().nullable() })

export const ConversationsAnswer = z
  .object({
    conversations: z.array(
      z.object({
        contact: z.string(),
        name: z.string().nullable(),
        pupils: z.array(z.string()),
        children: z.array(Named).describe('The same pupils by name.'),
        last: z.object({ what: z.enum(['text', 'reply', 'call']), at: z.string(), state: z.string() }),
        waiting: z.int().describe('Answers that nobody has judged.'),
      }),
    ),
    next: z.string().nullable(),
  })
  .describe('Contacts with whom anything passed, the newest first.')

const OurText = z.object({
  what: z.literal('text'),
  at: z.string(),
  kind: z.string(),
  state: z.string(),
  session: z.enum(['AM', 'PM']).nullable(),
  pupils: z.array(z.string()),
  body: z.string().nullable(),
  parts: z.int().nullable().describe('As many as the carrier charged.'),
  by: z.string().nullable().describe('A staff id, or system.'),
})

const TheirWords = z.looseObject({
  what: z.enum(['reply', 'call']),
  id: z.string(),
  at: z.string(),
  state: z.string(),
  sender: z.string(),
  pupils: z.array(z.string()),
  words: z.string().nullable(),
})

export const ThreadAnswer = z
  .object({
    contact: z.string(),
    name: z.string().nullable(),
    pupils: z.array(z.string()),
    children: z
      .array(Named.extend({ whyNot: Refused.nullable().describe('Why nothing may be written about this child.') }))
      .describe('The children it speaks of, and that named by ?about=.'),
    writing: z.object({
      carrier: Carrier.describe('By which a text is counted.'),
      second: z.union([Carrier, z.literal('none')]).describe('Which must be able to send its letters too.'),
      pencePerPart: z.number().describe('What a part costs by the first, without VAT.'),
      until: z.string().describe('The local time after which no reply goes.'),
      notNow: Refused.nullable().describe('Why nothing may be written at this moment.'),
    }),
    lines: z.array(z.discriminatedUnion('what', [OurText, TheirWords])),
    next: z.string().nullable(),
  })
  .describe('What passed with one contact, and what may be written to them now.')

export const ReplyPreviewAnswer = z
  .object({
    body: z.string().describe('As the phone would show it.'),
    carrier: Carrier,
    alphabet: z.enum(['GSM-7', 'UCS-2']),
    units: z.int().describe('Septets of GSM-7, or 16-bit units of UCS-2.'),
    parts: z.int(),
    pence: z.number().describe('By the policy’s price of a part, without VAT.'),
    replaced: z
      .array(z.object({ written: z.string(), sent: z.string() }))
      .readonly()
      .describe('Letters and marks that are sent as others.'),
    lost: z
      .array(z.string())
      .readonly()
      .describe('Letters that a carrier of the school cannot send: with them it is refused.'),
    dear: z
      .array(z.string())
      .readonly()
      .describe('Letters outside the short alphabet, which make the whole text longer.'),
  })
  .describe('Words to a family as they would go. Nothing is sent or kept.')

export const WrittenAnswer = z
  .looseObject({ id: z.string(), body: z.string(), parts: z.int(), usefulUntil: z.string() })
  .describe('The text as the phone will show it; it is on its way.')
