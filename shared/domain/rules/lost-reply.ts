/** A reply that somebody wrote and the phone network refused or could not deliver: the parent still waits, so the office rings. */
import { assigned } from '../assigned.ts'
import type { Rule, Wish } from '../rule.ts'
import { UNSENT_REPLY_WHY, unsentReplyId } from '../unsent-reply.ts'

export const lostReply: Rule = {
  name: 'lost-reply',
  clause: 'Clear and effective ways of communicating and sharing information with the school community',
  wishes: (facts) =>
    facts.known.cards.flatMap((card) =>
      Object.values(card.texts).flatMap((text): readonly Wish[] => {
        const isLost = text.state === 'refused' || text.state === 'failed'
        if (text.kind !== 'reply' || text.owner !== undefined || !isLost) return []
        return [
          {
            do: 'task',
            id: unsentReplyId(facts.known.date, card.pupil, text),
            kind: 'unsent-reply',
            pupils: text.pupils ?? [card.pupil],
            session: text.session,
            about: text.contactId,
            ...assigned(facts.policy.duties.missedText, facts.now),
            urgent: true,
            why: UNSENT_REPLY_WHY,
          },
        ]
      }),
    ),
}
