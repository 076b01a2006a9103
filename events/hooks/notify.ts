/** What GOV.UK Notify posts to us. Only what is used is read. Source: GOV.UK Notify API documentation, "Callbacks". */
import * as z from 'zod'
import { instant, textSender } from '../values.ts'

const id = z.string().min(1).max(64)

export const NotifyReceiptV1 = z.object({
  id,
  status: z.string().max(60),
  notification_type: z.string().max(20),
})

export const NotifyReceivedV1 = z.object({
  id,
  /** As Notify writes numbers: `447700900123`, `07700900900`. */
  source_number: textSender,
  destination_number: z.string().regex(/^\+?\d{3,15}$/, 'a number is digits with an optional plus'),
  message: z.string().max(20_000),
  /** Left out where it is none: no text is refused for its date. */
  date_received: instant.optional().catch(undefined),
})

/** A letter came back undelivered. It may be weeks later; the name and address it went to are not among what is sent. */
export const NotifyReturnedV1 = z.object({ notification_id: id })
