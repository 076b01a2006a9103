/** A text of which nobody knows whether it went is one task for the office, and is never sent again blindly. */

import type { Policy } from '../../../academies/policy.ts'
import type { TextRecord } from '../absence.ts'
import type { Facts } from '../facts.ts'
import { idOf } from '../ids.ts'
import type { Rule, Wish } from '../rule.ts'
import { addMinutes, type Instant } from '../time.ts'

/** Providers that can say whether they took a text: asked twice, a minute apart, after its lease. */
const CAN_BE_ASKED: readonly Policy['texts']['second'][] = ['notify', 'none']
const ASKED_WITHIN_MINUTES = 5

/** Until then nobody need be troubled about a claim: it may be on its way, or the provider is being asked about it. */
const settlesBy = (facts: Facts, text: TextRecord): Instant => {
  const { provider, second } = facts.policy.texts
  const isAsked = CAN_BE_ASKED.includes(provider) && CAN_BE_ASKED.includes(second)
  return isAsked ? addMinutes(text.leaseUntil, ASKED_WITHIN_MINUTES) : text.leaseUntil
}

export const uncertainText: Rule = {
  name: 'uncertain-text',
  clause: 'Clear communication: each message once',
  wishes: (facts) =>
    facts.known.cards.flatMap((card) =>
      Object.entries(card.texts).flatMap(([slot, text]): readonly Wish[] => {
        // Nobody is to be rung about thanks.
        if (text.owner !== undefined || text.kind === 'acknowledgement') return []
        const settled = settlesBy(facts, text)
        if (text.state === 'claimed' && settled > facts.now) return [{ do: 'look', at: settled }]
        if (text.state !== 'uncertain' && text.state !== 'claimed') return []
        return [
          {
            do: 'task',
            id: idOf(facts.known.date, 'uncertain', card.pupil, slot),
            kind: 'uncertain-text',
            pupils: text.pupils ?? [card.pupil],
            classId: card.classId,
            session: text.session,
            about: text.contactId,
            due: facts.inMinutes(facts.policy.due.question),
            doers: ['office'],
            urgent: true,
            why: 'A text may or may not have gone. Ring the contact; Firstbell will not send it again.',
          },
        ]
      }),
    ),
}
