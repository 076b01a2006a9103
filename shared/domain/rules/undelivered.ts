/**
 * A text that reached nobody is not silence from the family: it goes to the next priority, and when no contact is left to the call
 * list. No receipt in time counts as unknown, and a person rings; it is never sent again on a guess.
 */
import type { TextRecord } from '../absence.ts'
import { callTask } from '../call.ts'
import type { Rule, Wish } from '../rule.ts'
import { addMinutes } from '../time.ts'

export const undelivered: Rule = {
  name: 'undelivered',
  clause: 'Attendance officers: find methods of communication that work and are understood',
  wishes: (facts) => {
    const { receiptWithinMinutes } = facts.policy.texts
    const deadline = (text: TextRecord) => addMinutes(text.acceptedAt ?? text.at, receiptWithinMinutes)
    return facts.known.cards
      .filter((card) => facts.isSilent(card.pupil))
      .flatMap((card): readonly Wish[] => {
        const sent = facts.texts(card.pupil, ['unreported'])
        if (sent.length === 0 || sent.some((text) => text.state === 'delivered')) return []
        const awaited = sent.filter((text) => text.state === 'accepted')
        const looks = awaited
          .filter((text) => deadline(text) > facts.now)
          .map((text) => ({ do: 'look', at: deadline(text) }) as const)
        const unknown = awaited.filter((text) => deadline(text) <= facts.now)
        if (unknown.length > 0) {
          return [
            ...looks,
            callTask(facts, card.pupil, 'The text has no receipt, so nobody may have seen it. Ring the family.', {
              urgent: true,
            }),
          ]
        }
        const lost = sent.every((text) => text.state === 'failed' || text.state === 'refused')
        return lost
          ? [{ do: 'ask', kind: 'unreported', step: 'next', session: 'AM', pupil: card.pupil, to: 'next' }]
          : looks
      })
  },
}
