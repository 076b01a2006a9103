/** So many texts a day to one person: what comes on top is rung. Corrections always go. */
import type { Facts } from '../facts.ts'
import type { Order } from '../order.ts'
import { isOverCap, textsTo } from '../texts/limits.ts'
import { ringInstead } from './ring-instead.ts'

export const withinDailyCap = (facts: Facts, orders: readonly Order[]): readonly Order[] => {
  const counts = new Map<string, number>()
  return orders.flatMap((order): readonly Order[] => {
    if (order.do !== 'text') return [order]
    const already = counts.get(order.contactId) ?? textsTo(facts.known.cards, order.contactId).size
    if (isOverCap(facts.policy, order.kind, already))
      return ringInstead(
        facts,
        order,
        'This contact has had as many texts today as the policy allows. Ring the family.',
      )
    counts.set(order.contactId, already + (order.kind === 'correction' ? 0 : 1))
    return [order]
  })
}
