/** The two kinds of policy file as they are written, each part in its place or a problem that says what to do. */
import * as z from 'zod'
import { asObject, isObject, isWithin, type Json, type JsonObject, valueAt } from './json.ts'
import type { PolicyProblem } from './problem.ts'
import { readJson } from './read-json.ts'
import { readLanguages } from './read-languages.ts'
import { strayed, unsourced } from './sources.ts'

export interface AcademyFile {
  readonly file: string
  readonly policy: JsonObject
  readonly sources: JsonObject
  readonly problems: readonly PolicyProblem[]
}

export interface TrustFile extends AcademyFile {
  /** Paths that no academy may override. */
  readonly locked: readonly string[]
}

const topLevel = (value: JsonObject, file: string, parts: readonly string[]): readonly PolicyProblem[] => [
  ...Object.keys(value)
    .filter((key) => !parts.includes(key))
    .map((field) => ({
      file,
      field,
      what: 'does not belong at the top of the file.',
      remedy: `A policy file has ${parts.map((part) => `"${part}"`).join(', ')}; settings go inside "policy".`,
    })),
  ...['policy', 'sources']
    .filter((part) => !isObject(value[part]))
    .map((field) => ({ file, field, what: 'is missing or not a group of values.', remedy: `Add "${field}": {...}.` })),
]

export const readAcademy = (folder: string, file: string): AcademyFile => {
  const { value, problems } = readJson(folder, file)
  return {
    file,
    policy: asObject(value.policy),
    sources: asObject(value.sources),
    problems: problems.length > 0 ? problems : topLevel(value, file, ['policy', 'sources']),
  }
}

/** A lock that names nothing would lock nothing. */
const lockProblems = (
  value: JsonObject,
): { readonly locked: readonly string[]; readonly problems: readonly PolicyProblem[] } => {
  const file = 'trust.json'
  const parsed = z.array(z.string()).safeParse(value.locked)
  if (!parsed.success) {
    const remedy = 'Add "locked": [...], with the paths that academies may not override; [] when there are none.'
    return { locked: [], problems: [{ file, field: 'locked', what: 'is not a list of paths.', remedy }] }
  }
  const problems = parsed.data
    .filter((path) => valueAt(value.policy, path) === undefined)
    .map((path) => ({
      file,
      field: 'locked',
      what: `locks ${path}, which is not in the trust’s policy.`,
      remedy: 'Correct the path, or give the trust’s policy a value there.',
    }))
  return { locked: parsed.data, problems }
}

/** What stood there would be overlaid without a word. */
const misplacedTranslations = (policy: Json | undefined): readonly PolicyProblem[] =>
  asObject(policy).translations === undefined
    ? []
    : [
        {
          file: 'trust.json',
          field: 'translations',
          what: 'stands in the trust’s file.',
          remedy: 'Put each language into a file of its own in academies/languages, like pl.json.',
        },
      ]

export const readTrust = (folder: string): TrustFile => {
  const file = 'trust.json'
  const { value, problems } = readJson(folder, file)
  const languages = readLanguages(folder)
  const policy = { ...asObject(value.policy), translations: languages.translations }
  const sources = asObject(value.sources)
  if (problems.length > 0) return { file, policy, sources, locked: [], problems }
  const { locked, problems: locks } = lockProblems(value)
  const ownSources = Object.fromEntries(Object.entries(sources).filter(([path]) => !isWithin(path, 'locked')))
  return {
    file,
    policy,
    sources: ownSources,
    locked,
    problems: [
      ...topLevel(value, file, ['locked', 'policy', 'sources']),
      ...misplacedTranslations(value.policy),
      ...languages.problems,
      ...locks,
      ...unsourced(policy, ownSources, file),
      ...strayed(policy, ownSources, file),
    ],
  }
}
