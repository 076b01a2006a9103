/** Here this morning, missing after lunch: the pupil may have left the site. Urgent, at once, by a person. */
import { isOnSite } from '../codes.ts'
import { idOf } from '../ids.ts'
import type { Rule } from '../rule.ts'

export const missingAfterLunch: Rule = {
  name: 'missing-after-lunch',
  clause: 'Prevent post-registration truancy; guidance paragraph 407 on unexplained afternoon absence',
  wishes: (facts) =>
    facts.known.cards
      .filter((card) => card.sessions.PM?.standing === 'unexplained' && facts.isOpen('PM'))
      .filter((card) => {
        const morning = facts.mark(card.pupil, 'AM')
        return card.sessions.AM?.standing === 'arrived' || (morning !== undefined && isOnSite(morning.code))
      })
      .map((card) => ({
        do: 'task',
        id: idOf(facts.known.date, 'gone', card.pupil),
        kind: 'call',
        pupils: [card.pupil],
        classId: card.classId,
        session: 'PM',
        due: facts.inMinutes(10),
        doers: ['office', 'dsl', 'head'],
        urgent: true,
        why: 'The child was here this morning and is missing this afternoon. Search the site, then ring home at once.',
      })),
}
