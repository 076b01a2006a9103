/**
 * The parents of a pupil below the line are written to: on the next school day after the night that saw it, at the hour of the policy. Never
 * while the child is missing, has an open case or is on hold: the letter waits, and is judged anew when that has ended.
 */
import type { Rule } from '../rule.ts'
import { askForLetters, dueToday } from '../stages/letter-due.ts'

export const letterBelow90: Rule = {
  name: 'letter-below-90',
  clause:
    'Persistent Absentees: parents are alerted via a stage 1 letter when their child becomes a Persistent Absentee',
  wishes: (facts) => askForLetters(facts, 'stage-1', dueToday(facts, 'stage-1')),
}
