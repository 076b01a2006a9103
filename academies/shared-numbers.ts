import type { Policy } from './policy.ts'
import type { PolicyProblem } from './problem.ts'

/** Two academies may not share a number: the number a reply was sent to says whose parent wrote it. */
export const sharedNumbers = (policies: readonly Policy[]): readonly PolicyProblem[] =>
  [...Map.groupBy(policies, (policy) => policy.texts.number).values()].flatMap(([first, ...others]) =>
    others.map((policy) => ({
      file: `${policy.academy}.json`,
      field: 'texts.number',
      what: `${policy.texts.number} is also the number of ${first?.name}.`,
      remedy: 'Give each academy its own number: a reply is known by the number it was sent to.',
    })),
  )
