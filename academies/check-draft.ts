/** A draft of an academy's policy, checked as if it were to be published. */
import { checkAcademy } from './check-academy.ts'
import { asObject, isWithin, type Json, type JsonObject } from './json.ts'
import { policyVersion } from './load.ts'
import type { Policy } from './policy.ts'
import type { PolicyProblem } from './problem.ts'
import type { AcademyFile, TrustFile } from './read-files.ts'

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

const DRAFT = 'draft'

/** A draft that is only rehearsed need not say where each value comes from; one that says it of some keeps what is known of their neighbours. */
const sourcesOf = (own: JsonObject, given: JsonObject): JsonObject => ({
  ...Object.fromEntries(
    Object.keys(own)
      .filter((field) => !Object.keys(given).some((path) => isWithin(path, field)))
      .map((field) => [field, { assumed: 'a draft that is rehearsed' }]),
  ),
  ...given,
})

/**
 * Some values of an academy laid over its policy in force. `locked`: the paths that the Trust has locked, of which a draft may say as little
 * as the academy's own file.
 */
export const checkOverLive = (
  live: Policy,
  locked: readonly string[],
  own: JsonObject,
  given: JsonObject = {},
): DraftChecked => {
  const plain: Json = JSON.parse(JSON.stringify(live))
  const { sources = {}, ...policy } = asObject(plain)
  const named = asObject(sources).academy
  return checkDraft(
    { file: 'the policy in force', policy, sources: asObject(sources), locked, problems: [] },
    {
      file: DRAFT,
      policy: { ...own, academy: live.academy },
      sources: { ...sourcesOf(own, given), academy: named ?? { assumed: 'a draft that is rehearsed' } },
      problems: [],
    },
  )
}
