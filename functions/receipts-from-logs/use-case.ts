/** SNS says what became of its texts only in its delivery logs. Each line is a receipt; one that cannot be kept stops no other. */
import { gunzipSync } from 'node:zlib'
import { LogsDataV1, SnsDeliveryLogV1, type TextReceipt } from '../../events/text-receipt.v1.ts'
import { keepReceipt, type ReceiptPorts } from '../../shared/follow-up/receipt.ts'
import type { Queue } from '../../shared/ports/queue.ts'

/** A delivery log never unpacks to more than this; a bomb is refused. */
const MOST_BYTES = 10_000_000

/** Some lines could not be read: throwing brings all of them again, and those that were kept are left as they are. */
export class ReceiptsLeft extends Error {
  override readonly name = 'ReceiptsLeft'
}

const unpack = (data: string): unknown =>
  JSON.parse(gunzipSync(Buffer.from(data, 'base64'), { maxOutputLength: MOST_BYTES }).toString('utf8'))

/** The receipt in one line of a log, or `undefined` when it is none that we can read. */
const readLine = (message: string): TextReceipt | undefined => {
  try {
    const { notification, status } = SnsDeliveryLogV1.parse(JSON.parse(message))
    return { providerId: notification.messageId, state: status === 'SUCCESS' ? 'delivered' : 'failed' }
  } catch {
    return undefined
  }
}

/**
 * Keeps the receipts in what CloudWatch Logs handed over. A receipt that cannot be kept now, as its text is not known yet or the record
 * out of reach, waits on the queue of `functions/receipts`. Throws `ReceiptsLeft` when a line could not be read.
 */
export const keepReceipts = async (data: string, ports: ReceiptPorts & { readonly receipts: Queue }): Promise<void> => {
  const { messageType, logEvents } = LogsDataV1.parse(unpack(data))
  // CloudWatch Logs sends a control message to see whether anybody is there.
  if (messageType !== 'DATA_MESSAGE') return
  const lines = logEvents.map(({ message }) => readLine(message))
  const waiting: TextReceipt[] = []
  for (const receipt of lines.filter((line) => line !== undefined)) {
    try {
      await keepReceipt(receipt, ports)
    } catch {
      waiting.push(receipt)
    }
  }
  await ports.receipts.send(waiting)
  if (lines.includes(undefined)) throw new ReceiptsLeft('Some receipts could not be read')
}
