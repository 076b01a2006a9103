/** Every value of a policy says where it comes from: a clause of the written policy, or assumed with why. */
import { isWithin, type Json, leaves } from './json.ts'
import type { Policy } from './policy.ts'
import type { PolicyProblem } from './problem.ts'

export type Source = Policy['sources'][string]

/** The source that covers a path: the one nearest to it, an academy's own before its trust's. */
export const sourceOf = (sources: Policy['sources'], path: string): Source | undefined => {
  const nearest = Object.keys(sources)
    .filter((above) => isWithin(path, above))
    .toSorted((one, other) => other.length - one.length)[0]
  return nearest === undefined ? undefined : sources[nearest]
}

export const unsourced = (policy: Json, sources: Policy['sources'], file: string): readonly PolicyProblem[] =>
  leaves(policy)
    .filter(([path]) => sourceOf(sources, path) === undefined)
    .map(([field]) => ({
      file,
      field,
      what: 'does not say where it comes from.',
      remedy: 'Add it under "sources", with the clause of the written policy or "assumed" and why.',
    }))
