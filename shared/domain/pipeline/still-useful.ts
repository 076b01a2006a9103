/**
 * A text has a time after which it would mislead. Past it, or when the sweep that should have sent it came too late to be trusted, a
 * person rings instead.
 */
import type { TextKind } from '../absence.ts'
import type { Session } from '../codes.ts'
import type { Facts } from '../facts.ts'
import { idOf } from '../ids.ts'
import type { Order, TextOrder } from '../order.ts'
import type { Instant } from '../time.ts'
import { ringInstead } from './ring-instead.ts'

/** The instant after which a text of this kind about this session must not go. */
export const usefulUntil = (facts: Pick<Facts, 'policy' | 'at'>, kind: TextKind, session: Session): Instant => {
  const { usefulUntil: until } = facts.policy.texts
  if (kind === 'late') return facts.at(session === 'AM' ? facts.policy.sweeps.lunch : facts.policy.day.ends)
  if (kind === 'unreported' || kind === 'ladder' || kind === 'warning' || kind === 'correction' || kind === 'reply')
    return facts.at(until[kind])
  return facts.at('23:59')
}

/** The task that a sweep refused for lateness leaves behind. */
export const lateSweepTask = (date: string, sweep: string): string => idOf(date, 'late', sweep)

const cameTooLate = (facts: Facts, text: TextOrder): boolean =>
  text.kind === 'unreported' && facts.task(lateSweepTask(facts.known.date, 'unreported-absence')) !== undefined

export const stillUseful = (facts: Facts, orders: readonly Order[]): readonly Order[] =>
  orders.flatMap((order): readonly Order[] =>
    order.do !== 'text' || (facts.now < order.usefulUntil && !cameTooLate(facts, order))
      ? [order]
      : ringInstead(facts, order, 'It is too late in the day for a text to help. Ring the family.'),
  )
