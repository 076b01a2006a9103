/**
 * A receipt that comes before the record of its text is kept and tried again, each time after a longer wait. When no text has claimed it
 * in all its time, it goes to the dead letters, whose alarm tells the operator: it is never dropped.
 */
import type { TextReceipt } from '../../events/text-receipt.v1.ts'
import { nextReceiptTry } from '../../shared/domain/receipt-wait.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Queue } from '../../shared/ports/queue.ts'

/** Puts the receipt back on its queue. `false` when it has waited long enough. */
export const waitForText = async (receipt: TextReceipt, receipts: Queue, now: Instant): Promise<boolean> => {
  const { since, tries } = receipt.waiting ?? { since: now, tries: 0 }
  const delaySeconds = nextReceiptTry(since, tries, now)
  if (delaySeconds === undefined) return false
  const { providerId, state } = receipt
  const again: TextReceipt = { providerId, state, waiting: { since, tries: tries + 1 } }
  await receipts.send([again], { delaySeconds })
  return true
}
