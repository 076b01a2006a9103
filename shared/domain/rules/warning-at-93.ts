/**
 * A family hears once when attendance has dropped below the warning line: on the next school day after the night that saw it, at the hour of
 * the policy. Never while the child is missing, has an open case or is on hold: the warning waits, and goes if it is still true by then.
 */
import { schoolYearOf } from '../calendar.ts'
import type { Rule, Wish } from '../rule.ts'
import { mayHear } from '../stages/may-hear.ts'
import { toldOf } from '../stages/warned.ts'

export const warningAt93: Rule = {
  name: 'warning-at-93',
  clause: 'Persistent Absentees: a warning text message when a child is dropping below 93%',
  wishes: (facts): readonly Wish[] => {
    const { date, due } = facts.known
    if (!facts.isOpen('PM')) return []
    const warnings = due.filter(
      ({ pupil, year, step, on }) =>
        step === 'warning' && year === schoolYearOf(date) && on < date && mayHear(facts, pupil),
    )
    const { textsAt } = facts.policy.thresholds
    if (facts.time < textsAt) return warnings.length === 0 ? [] : [{ do: 'look', at: facts.at(textsAt) }]
    return warnings.map(({ pupil }) => ({
      do: 'ask',
      kind: 'warning',
      step: 'once',
      session: 'PM',
      pupil,
      to: toldOf(facts, pupil),
    }))
  },
}
