/** One academy's file, wherever it lies and whatever it is called, laid over its trust's and checked as if it were to be published. */
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { checkAcademy } from './check-academy.ts'
import { policyVersion } from './load.ts'
import type { Policy } from './policy.ts'
import type { PolicyProblem } from './problem.ts'
import { type AcademyFile, readAcademy, readTrust, type TrustFile } from './read-files.ts'

export interface DraftChecked {
  /** Absent when the draft is refused. */
  readonly draft?: { readonly policy: Policy; readonly version: string }
  readonly problems: readonly PolicyProblem[]
}

/** A draft may be called anything: it is held to the name of the academy that it is of. */
export const checkDraft = (trust: TrustFile, academy: AcademyFile): DraftChecked => {
  const name = typeof academy.policy.academy === 'string' ? `${academy.policy.academy}.json` : academy.file
  const { policy, problems } = checkAcademy(trust, { ...academy, file: name })
  const all = [...trust.problems, ...problems].map((problem) =>
    problem.file === name ? { ...problem, file: academy.file } : problem,
  )
  return policy === undefined || all.length > 0
    ? { problems: all }
    : { draft: { policy, version: policyVersion(policy) }, problems: [] }
}

/** Reads a draft. Its trust is the `trust.json` beside it, else that of the folder given. */
export const loadDraft = (path: string, trustFolder: string): DraftChecked => {
  const folder = dirname(path)
  const beside = existsSync(join(folder, 'trust.json')) ? folder : trustFolder
  return checkDraft(readTrust(beside), readAcademy(folder, basename(path)))
}
