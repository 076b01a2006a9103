/** What the record says of an order carried out: which rule, which clause, which policy, and when. */
import type { Known } from '../domain/known.ts'
import type { Order } from '../domain/order.ts'
import type { Instant } from '../domain/time.ts'
import type { Act } from '../ports/stores.ts'

export interface Moment {
  readonly known: Known
  readonly now: Instant
  readonly policyVersion: string
}

export type Of<Do extends Order['do']> = Extract<Order, { do: Do }>

export const actFor = (order: Order, moment: Moment, kind: string, rest: Partial<Act> = {}): Act => ({
  at: moment.now,
  by: 'system',
  kind,
  rule: order.rule,
  clause: order.clause,
  policy: moment.policyVersion,
  ...rest,
})
