/**
 * A first-day text without a receipt in time is a call. The alarm for that is set with the order to send, so that nobody needs to look at
 * the day again for each text that was taken. A text taken later than planned has its own deadline: the look at the alarm sets the next.
 */
import type { Facts } from '../facts.ts'
import type { Order } from '../order.ts'
import { addMinutes } from '../time.ts'

export const withReceiptAlarm = (facts: Facts, orders: readonly Order[]): readonly Order[] => {
  const text = orders.find((order) => order.do === 'text' && order.kind === 'unreported')
  if (text === undefined) return orders
  const { rule, clause } = text
  return [...orders, { do: 'look', at: addMinutes(facts.now, facts.policy.texts.receiptWithinMinutes), rule, clause }]
}
