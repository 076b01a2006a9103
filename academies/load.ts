/** Reads the policies of a trust from its folder: `trust.json` and one file per academy, merged, checked and versioned. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { contradictions } from './contradictions.ts'
import { canonical, isObject, type Json, type JsonObject } from './json.ts'
import { mergePolicy } from './merge.ts'
import { type Policy, PolicySchema } from './policy.ts'
import type { PolicyProblem } from './problem.ts'
import { unsourced } from './sources.ts'

export interface LoadedPolicy {
  readonly policy: Policy
  /** First twelve hexadecimal digits of the SHA-256 of the merged policy in its one spelling. */
  readonly version: string
  /** The academy's own values, before merging. */
  readonly own: JsonObject
}

export interface LoadedTrust {
  readonly trust: JsonObject
  readonly policies: Readonly<Record<string, LoadedPolicy>>
  readonly problems: readonly PolicyProblem[]
}

/** Values that change only when the stack is deployed. All others may also be published from the console. */
export const DEPLOY_FIELDS = [
  'academy',
  'zone',
  'sweeps',
  'live',
  'texts.number',
  'texts.provider',
  'texts.senderId',
  'console',
] as const

/** The version of a merged policy. The order of keys in the files makes no difference. */
export const policyVersion = (policy: Policy): string =>
  createHash('sha256')
    .update(canonical(JSON.parse(JSON.stringify(policy))))
    .digest('hex')
    .slice(0, 12)

const read = async (folder: string, file: string): Promise<{ value: JsonObject } | { problem: PolicyProblem }> => {
  const remedy = 'Correct the file; an editor that knows JSON shows the place.'
  try {
    const value: Json = JSON.parse(await readFile(join(folder, file), 'utf8'))
    return isObject(value) ? { value } : { problem: { file, field: '', what: 'is not a JSON object.', remedy } }
  } catch (error) {
    const what = error instanceof SyntaxError ? `is not JSON: ${error.message}.` : 'cannot be read.'
    return { problem: { file, field: '', what, remedy } }
  }
}

const asObject = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})

const loadOne = (
  trust: JsonObject,
  file: string,
  value: JsonObject,
): LoadedPolicy | { problems: readonly PolicyProblem[] } => {
  const own = asObject(value.policy)
  const locked = z.array(z.string()).catch([]).parse(trust.locked)
  const { merged, problems } = mergePolicy(asObject(trust.policy), own, locked, file)
  const sources = { ...asObject(trust.sources), ...asObject(value.sources) }
  const parsed = PolicySchema.safeParse({ ...merged, sources })
  if (!parsed.success) {
    const shape = parsed.error.issues.map((issue) => ({
      file,
      field: issue.path.join('.'),
      what: `${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}.`,
      remedy: 'Give a value of the kind that academies/policy.ts describes.',
    }))
    return { problems: [...problems, ...shape] }
  }
  const all = [...problems, ...contradictions(parsed.data, file), ...unsourced(merged, parsed.data.sources, file)]
  return all.length > 0 ? { problems: all } : { policy: parsed.data, version: policyVersion(parsed.data), own }
}

const sharedNumbers = (policies: Readonly<Record<string, LoadedPolicy>>): readonly PolicyProblem[] => {
  const byNumber = Map.groupBy(Object.values(policies), (loaded) => loaded.policy.texts.number)
  return [...byNumber.values()]
    .filter((sharing) => sharing.length > 1)
    .flatMap((sharing) =>
      sharing.slice(1).map((loaded) => ({
        file: `${loaded.policy.academy}.json`,
        field: 'texts.number',
        what: `is also ${sharing[0]?.policy.name}’s.`,
        remedy: 'Give each academy its own number: it decides whose parent a reply comes from.',
      })),
    )
}

/** Loads every policy of the folder. What has problems is left out of `policies` and explained in `problems`. */
export const loadPolicies = async (folder: string): Promise<LoadedTrust> => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json') && file !== 'trust.json').toSorted()
  const trust = await read(folder, 'trust.json')
  if ('problem' in trust) return { trust: {}, policies: {}, problems: [trust.problem] }
  const policies: Record<string, LoadedPolicy> = {}
  const problems: PolicyProblem[] = []
  for (const file of files) {
    const own = await read(folder, file)
    if ('problem' in own) {
      problems.push(own.problem)
      continue
    }
    const loaded = loadOne(trust.value, file, own.value)
    if ('problems' in loaded) problems.push(...loaded.problems)
    else policies[loaded.policy.academy] = loaded
  }
  return { trust: trust.value, policies, problems: [...problems, ...sharedNumbers(policies)] }
}
