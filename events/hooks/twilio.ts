/** What Twilio posts to us, as form fields. Only what is used is read. Source: Twilio documentation, "Messaging webhooks". */
import * as z from 'zod'

const messageSid = z
  .string()
  .regex(/^(SM|MM)[0-9a-f]{32}$/, 'a message of Twilio has an id like SM and 32 hexadecimal digits')
const number = z.string().regex(/^\+?\d{3,15}$/, 'a number is digits with an optional plus')

export const TwilioReceiptV1 = z.object({ MessageSid: messageSid, MessageStatus: z.string().max(30) })

export const TwilioReceivedV1 = z.object({
  MessageSid: messageSid,
  From: number,
  To: number,
  Body: z.string().max(20_000),
})
