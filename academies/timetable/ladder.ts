/** The ladder in sentences: what is done for a pupil nobody can account for, day by day. */
import type { LadderStep, Policy } from '../policy.ts'
import { doers, duration, sentence } from './words.ts'

const DUTY: Readonly<Record<LadderStep['do'], (who: string) => string>> = {
  call: (who) => `${who} rings every number we hold`,
  visit: (who) => `${who} visits the home and leaves a numbered calling card`,
  referral: (who) => `${who} refers the child to the Trust as missing`,
  'wider-search': (who) => `${who} begins the wider search`,
  'text-all': () => 'every contact who may be texted gets a text',
}

const REPEAT: Readonly<Record<LadderStep['repeat'], string>> = {
  once: '',
  daily: ', and again on every school day while nothing is heard',
  weekly: ', and again every five school days while nothing is heard',
}

/** One step: "At 12:30 the office rings every number we hold, within an hour." */
export const sayStep = (step: LadderStep, { sweeps }: Pick<Policy, 'sweeps'>): string => {
  const within = step.do === 'text-all' ? '' : `, within ${duration(step.dueInMinutes)}`
  return sentence(`at ${sweeps[step.at]} ${DUTY[step.do](doers(step.doers))}${within}${REPEAT[step.repeat]}.`)
}

/** The steps of each day, in the order of the day. */
export const ladderDays = (policy: Policy): readonly (readonly [number, readonly string[]])[] =>
  [
    ...Map.groupBy(
      policy.ladder.toSorted(
        (one, other) => one.day - other.day || policy.sweeps[one.at].localeCompare(policy.sweeps[other.at]),
      ),
      (step) => step.day,
    ),
  ].map(([day, steps]) => [day, steps.map((step) => sayStep(step, policy))])
