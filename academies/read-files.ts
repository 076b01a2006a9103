/** The two kinds of policy file as they are written, each part in its place or a problem that says what to do. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { asObject, isObject, isWithin, type Json, type JsonObject, valueAt } from './json.ts'
import { jsonFault } from './json-fault.ts'
import type { PolicyProblem } from './problem.ts'
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

const readJson = (
  folder: string,
  file: string,
): { readonly value: JsonObject; readonly problems: readonly PolicyProblem[] } => {
  const problem = (what: string, remedy: string) => ({ value: {}, problems: [{ file, field: '', what, remedy }] })
  let text: string
  try {
    text = readFileSync(join(folder, file), 'utf8').replace(/^\uFEFF/, '')
  } catch {
    return problem('cannot be read.', `Put ${file} into the folder academies, readable.`)
  }
  const fault = jsonFault(text)
  if (fault) {
    return problem(
      `is not in order at line ${fault.line}, column ${fault.column}: ${fault.what}.`,
      'Correct that place.',
    )
  }
  try {
    const value: Json = JSON.parse(text)
    return isObject(value)
      ? { value, problems: [] }
      : problem('is not in curly brackets.', 'Write {"policy": {...}, "sources": {...}}.')
  } catch {
    return problem('holds text with a line break or tab in it.', 'Write \\n or \\t inside double quotes.')
  }
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

export const readTrust = (folder: string): TrustFile => {
  const file = 'trust.json'
  const { value, problems } = readJson(folder, file)
  const policy = asObject(value.policy)
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
      ...locks,
      ...unsourced(policy, ownSources, file),
      ...strayed(policy, ownSources, file),
    ],
  }
}
