/**
 * The ladder of the policy: on each day without contact its steps fall due at their moment. A person may skip, hold or bring
 * forward a step with a reason; a step taken stays taken.
 */
import type { LadderStep } from '../../../academies/policy.ts'
import type { Case } from '../case.ts'
import type { Facts } from '../facts.ts'
import { LADDER_DUTIES } from '../ladder/duties.ts'
import type { Rule, Wish } from '../rule.ts'
import { localDate } from '../time.ts'

const SCHOOL_WEEK = 5

const fallsOn = (step: LadderStep, day: number): boolean => {
  if (step.repeat === 'once') return day === step.day
  if (step.repeat === 'daily') return day >= step.day
  return day >= step.day && (day - step.day) % SCHOOL_WEEK === 0
}

const isSettled = (aCase: Case, step: LadderStep, day: number): boolean =>
  aCase.steps.some((taken) => taken.day === day && taken.step === step.id && taken.how !== 'due')

const broughtForward = (facts: Facts, aCase: Case, step: LadderStep): boolean =>
  aCase.steps.some(
    (taken) =>
      taken.step === step.id && taken.how === 'advanced' && localDate(taken.at, facts.policy.zone) === facts.known.date,
  )

const dueSteps = (facts: Facts, aCase: Case): readonly LadderStep[] => {
  const day = aCase.days.length
  const silentToday = aCase.days.includes(facts.known.date) && facts.isSilent(aCase.pupil)
  return facts.policy.ladder.filter(
    (step) =>
      broughtForward(facts, aCase, step) ||
      (silentToday && fallsOn(step, day) && facts.reached(step.at) && !isSettled(aCase, step, day)),
  )
}

export const ladderStep: Rule = {
  name: 'ladder-step',
  clause: 'Response to non-attendance: first to fourth day of no contact',
  wishes: (facts) =>
    facts.isSchoolDay
      ? facts.known.cases
          .filter((aCase) => !aCase.closed)
          .flatMap((aCase): readonly Wish[] => {
            const day = aCase.days.length
            return dueSteps(facts, aCase).flatMap((step): readonly Wish[] => [
              ...LADDER_DUTIES[step.do](facts, aCase, step),
              {
                do: 'step-case',
                caseId: aCase.caseId,
                pupil: aCase.pupil,
                day: facts.known.date,
                steps: [{ day, step: step.id }],
              },
            ])
          })
      : [],
}
