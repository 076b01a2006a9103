/** When the letter of a step is asked for: on the next school day after the night that saw it, at the hour of the policy. */
import { schoolYearOf } from '../calendar.ts'
import type { Facts } from '../facts.ts'
import type { Wish } from '../rule.ts'
import { heldLetters, heldLettersTask } from './letter-brake.ts'
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

/** Letters at the hour of the policy; too many at once wait for a person, who is asked as soon as it is seen. */
export const askForLetters = (facts: Facts, letter: LetterStep, due: readonly DueStep[]): readonly Wish[] => {
  const { textsAt } = facts.policy.thresholds
  const held = heldLetters(facts, due)
  const free = due.filter((each) => !held.includes(each))
  const asked = heldLettersTask(facts, letter, held)
  if (free.length === 0) return asked
  if (facts.time < textsAt) return [...asked, { do: 'look', at: facts.at(textsAt) }]
  return [...asked, ...free.map(({ pupil }): Wish => ({ do: 'letter', letter, pupil }))]
}
