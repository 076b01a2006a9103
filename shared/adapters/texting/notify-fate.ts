/**
 * What GOV.UK Notify says became of a text that it took: asked when its receipt does not come, and of a text to a number that nobody has, where it
 * gives a test key away: only that says of every text that it was delivered. Source: GOV.UK Notify API documentation, "API keys: test" and "Get the status of one message".
 */
import * as z from 'zod'
import { receiptOfNotify } from '../../domain/receipts.ts'
import { type Elsewhere, type NotifyAccount, notifyClient } from './notify-client.ts'

const Status = z.object({ data: z.object({ status: z.string().max(60) }) })

/** `waiting`: it may still say more. Throws when Notify does not answer. */
export const notifyFate = async (
  account: Pick<NotifyAccount, 'apiKey'>,
  providerId: string,
  elsewhere: Elsewhere = {},
): Promise<'delivered' | 'failed' | 'waiting'> => {
  const { data } = Status.parse(await notifyClient(account, elsewhere).getNotificationById(providerId))
  return receiptOfNotify(data.status) ?? 'waiting'
}
