/**
 * The parents of a pupil below the line are written to: on the next school day after the night that saw it, at the hour of the policy. Never
 * while the child is missing, has an open case or is on hold: the letter waits, and is judged anew when that has ended.
 */
import { schoolYearOf } from '../calendar.ts'
import type { Rule, Wish } from '../rule.ts'
import { mayHear } from '../stages/may-hear.ts'
import { isLetterStep } from '../stages/stage.ts'

export const letterBelow90: Rule = {
  name: 'letter-below-90',
  clause:
    'Persistent Absentees: parents are alerted via a stage 1 letter when their child becomes a Persistent Absentee',
  wishes: (facts): readonly Wish[] => {
    const { date, due } = facts.known
    if (!facts.isOpen('PM')) return []
    const { textsAt } = facts.policy.thresholds
    const letters = due.flatMap(({ pupil, year, step, on }): readonly Wish[] =>
      isLetterStep(step) && year === schoolYearOf(date) && on < date && mayHear(facts, pupil)
        ? [{ do: 'letter', letter: step, pupil }]
        : [],
    )
    if (facts.time < textsAt) return letters.length === 0 ? [] : [{ do: 'look', at: facts.at(textsAt) }]
    return letters
  },
}
