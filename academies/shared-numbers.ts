import type { Policy } from './policy.ts'
import type { PolicyProblem } from './problem.ts'

const FIELDS = { 'texts.number': ({ texts }: Policy) => texts.number, 'line.number': ({ line }: Policy) => line.number }

const numbersOf = (policy: Policy) =>
  Object.entries(FIELDS).map(([field, read]) => ({ field, policy, number: read(policy) }))

/**
 * Two academies may not share a number: the number that was texted or rung says whose parent it was. One academy may text from the
 * number of its own line.
 */
export const sharedNumbers = (policies: readonly Policy[]): readonly PolicyProblem[] =>
  [...Map.groupBy(policies.flatMap(numbersOf), ({ number }) => number).values()].flatMap(([first, ...others]) =>
    others
      .filter(({ policy }) => policy !== first?.policy)
      .map(({ field, policy, number }) => ({
        file: `${policy.academy}.json`,
        field,
        what: `${number} is also the number of ${first?.policy.name}.`,
        remedy: 'Give each academy its own number: a reply or a call is known by the number it went to.',
      })),
  )
