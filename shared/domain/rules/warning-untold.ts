/**
 * A warning about attendance that no text can bring, or whose texts reached nobody, is told by a person: the family is owed it before a
 * letter comes. A missing receipt is no reason: nobody waits for an answer.
 */
import { schoolYearOf } from '../calendar.ts'
import type { Rule, Wish } from '../rule.ts'
import { mayHear } from '../stages/may-hear.ts'
import { mayBeTexted, tellWarningTask } from '../stages/warned.ts'

export const warningUntold: Rule = {
  name: 'warning-untold',
  clause: 'Persistent Absentees: a warning text message when a child is dropping below 93%',
  wishes: (facts): readonly Wish[] => {
    const { date, due, cards } = facts.known
    const lost = cards.filter(({ pupil }) => {
      const texts = facts.texts(pupil, ['warning'])
      return texts.length > 0 && texts.every(({ state }) => state === 'failed' || state === 'refused')
    })
    const unreachable =
      facts.isOpen('PM') && facts.time >= facts.policy.thresholds.textsAt
        ? due.filter(
            ({ pupil, step, year, on }) =>
              step === 'warning' &&
              year === schoolYearOf(date) &&
              on < date &&
              mayHear(facts, pupil) &&
              !mayBeTexted(facts, pupil),
          )
        : []
    return [
      ...lost.map(({ pupil }) => tellWarningTask(facts, pupil, date)),
      ...unreachable.map(({ pupil, on }) => tellWarningTask(facts, pupil, on)),
    ]
  },
}
