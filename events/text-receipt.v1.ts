import * as z from 'zod'

/** Our own reference on a text, as a provider brings it back. */
const reference = z.string().max(800)

/** An event of End User Messaging about a text, as its configuration set publishes it. Only what is used is read. */
export const TextEventV1 = z.object({
  eventType: z.string().max(60),
  messageId: z.string().min(1).max(128),
  messageStatus: z.string().max(60).optional(),
  /** False while the carrier may still say more. */
  isFinal: z.boolean().default(true),
  /** What we gave with the text. */
  context: z.object({ reference: reference.optional() }).optional(),
})
export type TextEvent = z.infer<typeof TextEventV1>

/** One line of SNS's delivery log. */
export const SnsDeliveryLogV1 = z.object({
  notification: z.object({ messageId: z.string().min(1).max(128) }),
  status: z.enum(['SUCCESS', 'FAILURE']),
})

/** What CloudWatch Logs hands to a subscribed function: base64 of gzip. */
export const LogsEventV1 = z.object({ awslogs: z.object({ data: z.base64().max(2_000_000) }) })
export const LogsDataV1 = z.object({ messageType: z.string(), logEvents: z.array(z.object({ message: z.string() })) })

/** A receipt in our own words, as the hooks and the delivery logs put it on the queue. */
export const TextReceiptV1 = z.object({
  providerId: z.string().min(1).max(128),
  state: z.enum(['delivered', 'failed']),
  reference: reference.exactOptional(),
})
export type TextReceipt = z.output<typeof TextReceiptV1>
