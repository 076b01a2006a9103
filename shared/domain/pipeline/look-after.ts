/**
 * What goes to the queue is looked after: soon the day is looked at again, to see that every text was claimed and every claim came to
 * something. A message that was lost is then planned again, and a claim whose process died is settled. The same look sees which texts
 * wait for a receipt, and sets the alarm for it: where all have theirs by then, none is set.
 */
import type { Facts } from '../facts.ts'
import type { Order } from '../order.ts'

/** Longer than a claim's lease, so that a claim which nobody finished shows as such. */
const AFTER_MINUTES = 5

/** A late text asks nobody anything: that it came to nothing is seen at the next look of the day. */
const goesToTheQueue = (order: Order): boolean =>
  (order.do === 'text' && order.kind !== 'late') || order.do === 'page' || order.do === 'check'

const waitsForReceipt = (order: Order): boolean => order.do === 'text' && order.kind === 'unreported'

export const lookedAfter = (facts: Facts, orders: readonly Order[]): readonly Order[] => {
  const first = orders.find(goesToTheQueue)
  if (first === undefined) return orders
  const { rule, clause } = first
  const { receiptWithinMinutes } = facts.policy.texts
  // A receipt that is due before that look has its own.
  const minutes =
    receiptWithinMinutes < AFTER_MINUTES && orders.some(waitsForReceipt)
      ? [receiptWithinMinutes, AFTER_MINUTES]
      : [AFTER_MINUTES]
  return [...orders, ...minutes.map((after) => ({ do: 'look', rule, clause, at: facts.inMinutes(after) }) as const)]
}
