import type { LadderStep } from '../../../academies/policy.ts'

const SCHOOL_WEEK = 5

/** The step of the policy's ladder is due on this day of a case, 1 being the first. */
export const fallsOn = (step: LadderStep, day: number): boolean => {
  if (step.repeat === 'once') return day === step.day
  if (step.repeat === 'daily') return day >= step.day
  return day >= step.day && (day - step.day) % SCHOOL_WEEK === 0
}
