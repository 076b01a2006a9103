/** A pupil still silent when calls begin opens a case at day 1; only contact made will close it. */
import type { Rule } from '../rule.ts'
import { closedByMistake } from './reopen-case.ts'

export const openCase: Rule = {
  name: 'open-case',
  clause: 'First day of absence: no contact has been made with the family',
  wishes: (facts) =>
    facts.reached('lunch')
      ? facts.known.cards
          .filter(
            (card) => facts.isSilent(card.pupil) && !facts.caseOf(card.pupil) && !closedByMistake(facts, card.pupil),
          )
          .map((card) => ({ do: 'open-case', pupil: card.pupil }))
      : [],
}
