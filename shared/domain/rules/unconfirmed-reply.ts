/** A clear reply pauses calls but is not contact until a person confirms it: left at lunch it is urgent, at day end it was silence. */
import { assigned } from '../assigned.ts'
import { idOf } from '../ids.ts'
import { awaitedIn, isAwaiting } from '../replies/proposals.ts'
import type { Rule } from '../rule.ts'

export const unconfirmedReply: Rule = {
  name: 'unconfirmed-reply',
  clause: 'Response to non-attendance: the reason is recorded by a member of the attendance team',
  wishes: (facts) =>
    facts.reached('lunch')
      ? facts.known.replies.filter(isAwaiting).map((reply) => ({
          do: 'task',
          id: idOf(facts.known.date, 'urgent', reply.id),
          kind: 'confirm-reply',
          pupils: awaitedIn(reply),
          about: reply.id,
          ...assigned(facts.policy.duties.unconfirmedReply, facts.now),
          urgent: true,
          why: 'A parent answered and nobody has confirmed it. At the end of the day it counts as no answer.',
        }))
      : [],
}
