import * as z from 'zod'
import { instant, textSender } from './values.ts'

/** A text from a phone, as End User Messaging publishes it to the two-way topic. Numbers are E.164; a body may be long. */
export const InboundTextV1 = z.object({
  originationNumber: textSender,
  destinationNumber: z.string().regex(/^\+?\d{3,15}$/, 'a number is digits with an optional plus'),
  messageKeyword: z.string().optional(),
  // Half a character, as a carrier leaves it where it cut a long text, is no text that can be kept: it becomes U+FFFD.
  messageBody: z
    .string()
    .max(20_000)
    .transform((text) => text.toWellFormed()),
  inboundMessageId: z.string().min(1).max(128),
  previousPublishedMessageId: z.string().optional(),
  /** When the phone's network had it, where the carrier says so: one that comes days late says nothing of today. */
  sentAt: instant.optional(),
})
export type InboundText = z.infer<typeof InboundTextV1>
