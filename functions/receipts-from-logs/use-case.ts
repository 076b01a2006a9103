/** SNS says what became of its texts only in its delivery logs. Each line is a receipt; one that cannot be kept stops no other. */
import { gunzipSync } from 'node:zlib'
import { LogsDataV1, SnsDeliveryLogV1 } from '../../events/text-receipt.v1.ts'
import { keepReceipt, type ReceiptPorts } from '../../shared/follow-up/receipt.ts'

/** A delivery log never unpacks to more than this; a bomb is refused. */
const MOST_BYTES = 10_000_000

/** Some lines were not kept: throwing brings all of them again, and those that were kept are left as they are. */
export class ReceiptsLeft extends Error {
  override readonly name = 'ReceiptsLeft'
}

const unpack = (data: string): unknown =>
  JSON.parse(gunzipSync(Buffer.from(data, 'base64'), { maxOutputLength: MOST_BYTES }).toString('utf8'))

/** Keeps the receipts in what CloudWatch Logs handed over. Throws `ReceiptsLeft` when any of them could not be kept. */
export const keepReceipts = async (data: string, ports: ReceiptPorts): Promise<void> => {
  const { messageType, logEvents } = LogsDataV1.parse(unpack(data))
  // CloudWatch Logs sends a control message to see whether anybody is there.
  if (messageType !== 'DATA_MESSAGE') return
  let left = 0
  for (const { message } of logEvents) {
    try {
      const { notification, status } = SnsDeliveryLogV1.parse(JSON.parse(message))
      await keepReceipt(
        { providerId: notification.messageId, state: status === 'SUCCESS' ? 'delivered' : 'failed' },
        ports,
      )
    } catch {
      left++
    }
  }
  if (left > 0) throw new ReceiptsLeft('Some receipts could not be kept')
}
