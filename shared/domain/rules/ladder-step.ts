/**
 * The ladder of the policy: on each day without contact its steps fall due at their moment. A person may skip, hold or bring
 * forward a step with a reason, on any day; a step taken stays taken.
 */
import type { LadderStep } from '../../../academies/policy.ts'
import type { Case } from '../case.ts'
import type { Facts } from '../facts.ts'
import { idOf } from '../ids.ts'
import { LADDER_DUTIES } from '../ladder/duties.ts'
import { fallsOn } from '../ladder/falls-on.ts'
import type { Rule, Wish } from '../rule.ts'
import { type Instant, localDate } from '../time.ts'

const isSettled = (aCase: Case, step: LadderStep, day: number): boolean =>
  aCase.steps.some((taken) => taken.day === day && taken.step === step.id && taken.how !== 'due')

/** When a person brought the step forward today. */
const broughtForward = (facts: Facts, aCase: Case, step: LadderStep): Instant | undefined =>
  aCase.steps.findLast(
    (taken) =>
      taken.step === step.id && taken.how === 'advanced' && localDate(taken.at, facts.policy.zone) === facts.known.date,
  )?.at

/** What a person did last with a step, when it was to hold it. */
const isHeld = (aCase: Case, step: LadderStep): boolean =>
  aCase.steps.findLast((taken) => taken.step === step.id)?.how === 'held'

/** A step on hold is asked about on every school day, so that it is never simply forgotten. */
const heldSteps = (facts: Facts, aCase: Case): readonly Wish[] =>
  facts.policy.ladder
    .filter((step) => isHeld(aCase, step) && facts.reached(step.at))
    .map((step) => ({
      do: 'task',
      id: idOf(facts.known.date, 'on-hold', aCase.pupil, step.id),
      kind: 'held-duty',
      pupils: [aCase.pupil],
      about: aCase.caseId,
      due: facts.at(facts.policy.day.ends),
      doers: facts.policy.holds.doers,
      urgent: false,
      why: 'A step for this child was put on hold. Bring it forward, skip it, or say why it still waits.',
    }))

const dueSteps = (facts: Facts, aCase: Case): readonly LadderStep[] => {
  const day = aCase.days.length
  const silentToday = aCase.days.includes(facts.known.date) && facts.isSilent(aCase.pupil)
  return facts.policy.ladder.filter(
    (step) =>
      broughtForward(facts, aCase, step) !== undefined ||
      (facts.isSchoolDay &&
        silentToday &&
        fallsOn(step, day) &&
        facts.reached(step.at) &&
        !isSettled(aCase, step, day)),
  )
}

export const ladderStep: Rule = {
  name: 'ladder-step',
  clause: 'Response to non-attendance: first to fourth day of no contact',
  wishes: (facts) =>
    facts.known.cases
      .filter((aCase) => !aCase.closed)
      .flatMap((aCase): readonly Wish[] => {
        const day = aCase.days.length
        // A step brought forward on a day that is not of the case, such as a Saturday, makes it no longer.
        const date = aCase.days.includes(facts.known.date) ? facts.known.date : (aCase.days.at(-1) ?? facts.known.date)
        const due = dueSteps(facts, aCase)
        const duties = due.flatMap((step) =>
          LADDER_DUTIES[step.do](facts, aCase, step, broughtForward(facts, aCase, step)),
        )
        // In one order: of two changes to one case at one moment the second would find that it has changed.
        const untaken = due
          .map((step) => ({ day, step: step.id }))
          .filter((each) => !aCase.steps.some((taken) => taken.day === each.day && taken.step === each.step))
        const taken: readonly Wish[] =
          untaken.length === 0
            ? []
            : [{ do: 'step-case', caseId: aCase.caseId, pupil: aCase.pupil, day: date, steps: untaken }]
        return [...duties, ...taken, ...(facts.isSchoolDay ? heldSteps(facts, aCase) : [])]
      }),
}
