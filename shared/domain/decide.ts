/**
 * The one engine: what is known, the policy and the moment go in; what is to be done comes out. Sweeps, replies, the local clock and
 * the question "why was this sent?" all ask here. Pure: the same facts give the same orders.
 */
import type { Policy } from '../../academies/policy.ts'
import { factsOf } from './facts.ts'
import type { Known } from './known.ts'
import type { Asked, Order } from './order.ts'
import { alreadyDone } from './pipeline/already-done.ts'
import { braked } from './pipeline/brake.ts'
import { withinDailyCap } from './pipeline/daily-cap.ts'
import { heldBack } from './pipeline/holds.ts'
import { lookedAfter } from './pipeline/look-after.ts'
import { outsideQuietHours } from './pipeline/quiet-hours.ts'
import { withRecipients } from './pipeline/recipients.ts'
import { siblingsTogether } from './pipeline/siblings.ts'
import { stillUseful } from './pipeline/still-useful.ts'
import { RULES } from './rules/index.ts'
import type { Instant } from './time.ts'

/** Orders due at `now`, which lies on `known.date`. Rules first, each blind to the others; then one fixed pipeline. */
export const decide = (known: Known, policy: Policy, now: Instant): readonly Order[] => {
  const facts = factsOf(known, policy, now)
  const wished = RULES.flatMap((rule) =>
    rule.wishes(facts).map((wish): Asked => ({ ...wish, rule: rule.name, clause: rule.clause })),
  )
  const due = heldBack(facts, alreadyDone(facts, wished))
  const addressed = siblingsTogether(alreadyDone(facts, withRecipients(facts, due)))
  // Usefulness before the brake: holding a text that could no longer go would page the Lead for nothing.
  const timely = outsideQuietHours(facts, stillUseful(facts, addressed))
  const going = alreadyDone(facts, withinDailyCap(facts, braked(facts, timely)))
  return once(lookedAfter(facts, going))
}

/** Two rules may ask for the same task or the same look; the first one's reason stands, and an urgent call for an ordinary one. */
const once = (orders: readonly Order[]): readonly Order[] => {
  const seen = new Set<string>()
  const rung = new Set(
    orders.flatMap((order) =>
      order.do === 'task' && order.kind === 'call' && !order.anyCall && order.about === undefined ? order.pupils : [],
    ),
  )
  return orders.filter((order) => {
    if (order.do === 'task' && order.anyCall && order.pupils.some((pupil) => rung.has(pupil))) return false
    const key = order.do === 'task' ? `task ${order.id}` : order.do === 'look' ? `look ${order.at}` : undefined
    if (key === undefined) return true
    const first = !seen.has(key)
    seen.add(key)
    return first
  })
}
