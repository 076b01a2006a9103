/** Every value of a policy says where it comes from: a clause of the written policy, or assumed with why. */
import { isWithin, type Json, type JsonObject, leaves, valueAt } from './json.ts'
import type { Policy } from './policy.ts'
import type { PolicyProblem } from './problem.ts'

export type Source = Policy['sources'][string]

/** The path of the source nearest to a value. */
const nearest = (sources: Readonly<Record<string, unknown>>, path: string): string | undefined =>
  Object.keys(sources)
    .filter((above) => isWithin(path, above))
    .toSorted((one, other) => other.length - one.length)[0]

/** The source that covers a path, or `undefined`. */
export const sourceOf = (sources: Policy['sources'], path: string): Source | undefined => {
  const above = nearest(sources, path)
  return above === undefined ? undefined : sources[above]
}

/** The sources of a merged policy: what the academy says of a path covers all below it, whatever the trust said there. */
export const mergeSources = (trust: JsonObject, own: JsonObject): JsonObject => ({
  ...Object.fromEntries(Object.entries(trust).filter(([path]) => nearest(own, path) === undefined)),
  ...own,
})

/** Values without a source. An academy's own value needs a source of its own: the trust's reason was given for another value. */
export const unsourced = (values: Json, sources: JsonObject, file: string): readonly PolicyProblem[] =>
  leaves(values)
    .filter(([path]) => nearest(sources, path) === undefined)
    .map(([field]) => ({
      file,
      field,
      what: 'does not say where it comes from.',
      remedy: `Add "${field}" under "sources" in ${file}: {"clause": "the section of the written policy"} or {"assumed": "why"}.`,
    }))

/** Sources that name no value: a misspelt path would leave the value it was meant for without one. */
export const strayed = (values: Json, sources: JsonObject, file: string): readonly PolicyProblem[] =>
  Object.keys(sources)
    .filter((path) => valueAt(values, path) === undefined)
    .map((path) => ({
      file,
      field: `sources.${path}`,
      what: 'names a value that the policy does not have.',
      remedy: 'Correct the path, or take the line out.',
    }))
