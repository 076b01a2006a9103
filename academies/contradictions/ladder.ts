/** The ladder is part of the safety floor: it may be reordered and lengthened, never shortened. */
import type { LadderStep } from '../policy.ts'
import { type Check, when } from './check.ts'

const SHORTEST = 4
const SCHOOL_WEEK = 5
const NEEDED: Readonly<Partial<Record<LadderStep['do'], string>>> = {
  call: 'telephone call',
  visit: 'home visit',
  referral: 'missing-child referral',
  'wider-search': 'wider search',
}

const fallsOn = (step: LadderStep, day: number): boolean => {
  if (step.repeat === 'once') return day === step.day
  if (step.repeat === 'daily') return day >= step.day
  return day >= step.day && (day - step.day) % SCHOOL_WEEK === 0
}

/** Every day from the first to the last has a step, there are at least four days, and no kind of step is left out. */
export const ladderComplete: Check = ({ ladder }) => {
  const last = Math.max(...ladder.map((step) => step.day))
  const days = Array.from({ length: last }, (_, index) => index + 1)
  const empty = days.filter((day) => !ladder.some((step) => fallsOn(step, day)))
  const missing = Object.entries(NEEDED)
    .filter(([kind]) => !ladder.some((step) => step.do === kind))
    .map(([, words]) => words)
  return [
    ...when(
      empty.length > 0,
      'ladder',
      `has a gap: no step on day ${empty.join(', ')}.`,
      'Give every day without contact a step.',
    ),
    ...when(
      last < SHORTEST,
      'ladder',
      `ends on day ${last}.`,
      `Go on to day ${SHORTEST} at least: the ladder may be reordered, not shortened.`,
    ),
    ...when(
      missing.length > 0,
      'ladder',
      `has no ${missing.join(' and no ')}.`,
      'Add the step: the ladder may be reordered, not shortened.',
    ),
  ]
}

/** A child nobody has found is not given up when the list of days runs out. */
export const ladderGoesOn: Check = ({ ladder }) =>
  when(
    ladder.every((step) => step.repeat === 'once'),
    'ladder',
    'stops after its last day: no step is repeated.',
    'Make a call or a text of the last day "repeat": "daily".',
  )

/** A case opens when silence reaches the lunch sweep, so nothing on its first day can be earlier. */
export const ladderMoments: Check = ({ ladder }) =>
  ladder.flatMap((step, index) =>
    when(
      step.day === 1 && (step.at === 'register-close' || step.at === 'unreported-absence'),
      `ladder.${index}.at`,
      `puts ${step.id} on day 1 at ${step.at}, before silence by lunch has opened the case.`,
      'Use lunch, afternoon-close or day-end on day 1.',
    ),
  )

export const ladderNames: Check = ({ ladder }) =>
  ladder.flatMap((step, index) =>
    when(
      ladder.findIndex((other) => other.id === step.id) < index,
      `ladder.${index}.id`,
      `uses the name ${step.id} a second time: doing one step would count as doing the other.`,
      'Give each step its own name.',
    ),
  )
