/** When the letter of a step is asked for: on the next school day after the night that saw it, at the hour of the policy. */
import { schoolYearOf } from '../calendar.ts'
import type { Facts } from '../facts.ts'
import type { Wish } from '../rule.ts'
import { mayHear } from './may-hear.ts'
import type { DueStep, LetterStep } from './steps.ts'

/** What is due by this step of pupils whose family may hear of it today. */
export const dueToday = (facts: Facts, step: LetterStep): readonly DueStep[] => {
  const { date, due } = facts.known
  if (!facts.isOpen('PM')) return []
  return due.filter(
    (each) => each.step === step && each.year === schoolYearOf(date) && each.on < date && mayHear(facts, each.pupil),
  )
}

export const askForLetters = (facts: Facts, letter: LetterStep, due: readonly DueStep[]): readonly Wish[] => {
  const { textsAt } = facts.policy.thresholds
  if (due.length === 0) return []
  if (facts.time < textsAt) return [{ do: 'look', at: facts.at(textsAt) }]
  return due.map(({ pupil }) => ({ do: 'letter', letter, pupil }))
}
