/** Reads the policies of a trust from its folder: `trust.json` and one file per academy, merged, checked and versioned. */
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { checkAcademy } from './check-academy.ts'
import { canonical, type JsonObject } from './json.ts'
import type { Policy } from './policy.ts'
import { type PolicyProblem, sayProblem } from './problem.ts'
import { readAcademy, readTrust, type TrustFile } from './read-files.ts'
import { sharedNumbers } from './shared-numbers.ts'

export interface LoadedPolicy {
  readonly policy: Policy
  /** First twelve hexadecimal digits of the SHA-256 of the merged policy in its one spelling. */
  readonly version: string
  /** The academy's own values, before merging. */
  readonly own: JsonObject
  /** Where the academy's own file says its values come from. */
  readonly ownSources: JsonObject
}

export interface LoadedTrust {
  readonly trust: TrustFile
  /** Every academy with a file, in order or not. */
  readonly academies: readonly string[]
  readonly policies: Readonly<Record<string, LoadedPolicy>>
  readonly problems: readonly PolicyProblem[]
}

/** The version of a merged policy. The order of keys in the files makes no difference. */
export const policyVersion = (policy: Policy): string =>
  createHash('sha256')
    .update(canonical(JSON.parse(JSON.stringify(policy))))
    .digest('hex')
    .slice(0, 12)

const once = (problems: readonly PolicyProblem[]): readonly PolicyProblem[] => [
  ...new Map(problems.map((problem) => [sayProblem(problem), problem])).values(),
]

/** Reads every policy of the folder. What has problems is left out of `policies` and explained in `problems`. */
export const lookAtPolicies = (folder: string): LoadedTrust => {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.json') && file !== 'trust.json')
    .toSorted()
  const trust = readTrust(folder)
  const looked = files.map((file) => {
    const academy = readAcademy(folder, file)
    return { own: academy.policy, ownSources: academy.sources, ...checkAcademy(trust, academy) }
  })
  const policies = Object.fromEntries(
    looked.flatMap(({ policy, own, ownSources }): [string, LoadedPolicy][] =>
      policy === undefined ? [] : [[policy.academy, { policy, own, ownSources, version: policyVersion(policy) }]],
    ),
  )
  const problems = [
    ...trust.problems,
    ...looked.flatMap((each) => each.problems),
    ...sharedNumbers(Object.values(policies).map(({ policy }) => policy)),
  ]
  return { trust, academies: files.map((file) => file.replace(/\.json$/, '')), policies, problems: once(problems) }
}

/**
 * Every policy of the folder. Throws when one is not in order, with a line for each problem: nothing is deployed or published
 * from a trust in which one academy would silently be left out.
 */
export const loadPolicies = (folder: string): Pick<LoadedTrust, 'policies'> => {
  const { policies, problems } = lookAtPolicies(folder)
  if (problems.length > 0) throw new Error(problems.map(sayProblem).join('\n'))
  return { policies }
}
