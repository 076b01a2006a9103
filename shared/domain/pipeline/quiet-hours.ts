/** No family is texted at night. What is still useful in the morning waits for it; otherwise a person decides whether to ring. */
import type { Facts } from '../facts.ts'
import type { Order } from '../order.ts'
import { quietUntil } from '../texts/limits.ts'
import { ringInstead } from './ring-instead.ts'

export const outsideQuietHours = (facts: Facts, orders: readonly Order[]): readonly Order[] => {
  const end = quietUntil(facts.policy, facts.now)
  if (end === undefined) return orders
  return orders.flatMap((order): readonly Order[] => {
    if (order.do !== 'text') return [order]
    const { rule, clause } = order
    return end < order.usefulUntil
      ? [{ do: 'look', at: end, rule, clause }]
      : ringInstead(facts, order, 'No family is texted at this hour, and later a text would not help. Ring the family.')
  })
}
