/** A text of which nobody knows whether it went is one task for the office, and is never sent again blindly. */
import { idOf } from '../ids.ts'
import type { Rule, Wish } from '../rule.ts'

export const uncertainText: Rule = {
  name: 'uncertain-text',
  clause: 'Clear communication: each message once',
  wishes: (facts) =>
    facts.known.cards.flatMap((card) =>
      Object.entries(card.texts).flatMap(([slot, text]): readonly Wish[] => {
        if (text.owner !== undefined) return []
        if (text.state === 'claimed' && text.leaseUntil > facts.now) return [{ do: 'look', at: text.leaseUntil }]
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
            due: facts.inMinutes(15),
            doers: ['office'],
            urgent: true,
            why: 'A text may or may not have gone. Ring the contact; Firstbell will not send it again.',
          },
        ]
      }),
    ),
}
