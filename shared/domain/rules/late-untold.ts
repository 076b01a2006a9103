/**
 * A late text that reached nobody goes to the next contact, and a person tells the family where none is left. A missing receipt is no
 * reason: the child is in, and nobody waits for an answer.
 */
import type { Rule, Wish } from '../rule.ts'

export const lateUntold: Rule = {
  name: 'late-untold',
  clause: 'Registration: a late mark and text message home for any child who arrives after this time',
  wishes: (facts) =>
    facts.known.cards.flatMap(({ pupil }): readonly Wish[] => {
      const told = facts.texts(pupil, ['late'])
      const [first] = told
      if (first === undefined || facts.mark(pupil, first.session)?.code !== 'U') return []
      return told.every(({ state }) => state === 'failed' || state === 'refused')
        ? [{ do: 'ask', kind: 'late', step: 'next', session: first.session, pupil, to: 'next' }]
        : []
    }),
}
