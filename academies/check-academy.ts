/** One academy's policy: its file laid over its trust's, then everything that could be wrong with it. */
import { contradictions } from './contradictions/index.ts'
import { isWithin, valueAt } from './json.ts'
import { mergePolicy } from './merge.ts'
import { findingsOf } from './misfit.ts'
import { type Policy, PolicySchema } from './policy.ts'
import type { PolicyProblem } from './problem.ts'
import type { AcademyFile, TrustFile } from './read-files.ts'
import { languageFile } from './read-languages.ts'
import { mergeSources, strayed, unsourced } from './sources.ts'

export interface CheckedAcademy {
  /** Absent when the policy is refused. */
  readonly policy?: Policy
  readonly problems: readonly PolicyProblem[]
}

/** The file in which a field must be mended: the trust's when only the trust speaks of it. */
const fileOf = (field: string, trust: TrustFile, academy: AcademyFile): string => {
  const path = isWithin(field, 'sources') ? undefined : field
  if (path === undefined)
    return Object.keys(academy.sources).some((key) => `sources.${key}` === field) ? academy.file : trust.file
  const isOnlyTrusts = valueAt(academy.policy, path) === undefined && valueAt(trust.policy, path) !== undefined
  return isOnlyTrusts ? ofTrust(path, trust) : academy.file
}

/** The trust's translations have files of their own. */
const ofTrust = (path: string, trust: TrustFile): string => {
  const [, tag] = /^translations\.([^.]+)/.exec(path) ?? []
  return tag === undefined ? trust.file : languageFile(tag)
}

const misnamed = (policy: Policy, file: string): readonly PolicyProblem[] =>
  `${policy.academy}.json` === file
    ? []
    : [
        {
          file,
          field: 'academy',
          what: `is ${policy.academy}, but the file is called ${file}.`,
          remedy: `Call the file ${policy.academy}.json, or write "academy": "${file.replace(/\.json$/, '')}".`,
        },
      ]

export const checkAcademy = (trust: TrustFile, academy: AcademyFile): CheckedAcademy => {
  const { file, policy: own } = academy
  if (academy.problems.length > 0) return { problems: academy.problems }
  const { merged, problems: inheritance } = mergePolicy(trust.policy, own, trust.locked, file)
  const sources = mergeSources(trust.sources, academy.sources)
  const parsed = PolicySchema.safeParse({ ...merged, sources }, { reportInput: true })
  const findings = parsed.success
    ? contradictions(parsed.data)
    : // A null is named once, by the merge.
      parsed.error.issues.flatMap((issue) => (issue.input === null ? [] : findingsOf(issue)))
  const problems = [
    ...inheritance,
    ...findings.map((finding) => ({ file: fileOf(finding.field, trust, academy), ...finding })),
    ...(parsed.success ? misnamed(parsed.data, file) : []),
    ...unsourced(own, academy.sources, file),
    ...strayed(merged, academy.sources, file),
  ]
  return parsed.success && problems.length === 0 ? { policy: parsed.data, problems } : { problems }
}
