/** The policy of an academy, edited: a draft is checked as if it were to be published, then published for the next local midnight. */
import { type ChangedPart, changedSentences } from '../../../academies/changed-sentences.ts'
import { checkOverLive } from '../../../academies/check-draft.ts'
import { canonical, isWithin, type Json, type JsonObject, leaves, valueAt } from '../../../academies/json.ts'
import { meaningOf, policyShape } from '../../../academies/meaning.ts'
import type { Finding } from '../../../academies/misfit.ts'
import { plainEnglish } from '../../../academies/plain-english/advice.ts'
import { DEPLOY_FIELDS, type Policy } from '../../../academies/policy.ts'
import type { PolicyProblem } from '../../../academies/problem.ts'
import trust from '../../../academies/trust.json' with { type: 'json' }
import { ok, type Result, refused } from '../../../shared/domain/result.ts'
import { addDays, type LocalDate } from '../../../shared/domain/time.ts'
import type { PolicyVersion, PublishedVersion } from '../../../shared/ports/stores.ts'
import type { Call } from '../call.ts'
import { fieldNotes } from './policy-fields.ts'

const plain = (policy: Policy): JsonObject => JSON.parse(JSON.stringify(policy))

/** The newest version there is, in force or waiting for its day: what is edited. */
const newest = async (call: Call): Promise<PolicyVersion> => {
  const [last] = await call.stores.policies.history(call.academy)
  const policy = last && (await call.stores.policies.version(call.academy, last.version))
  if (!last || !policy) throw new Error(`${call.academy} has no published policy`)
  return { version: last.version, from: last.from, policy }
}

export const showPolicy = async (call: Call) => {
  const { version, from, policy } = await newest(call)
  const { sources: _sources, ...values } = plain(policy)
  const advice = plainEnglish(policy)
  const fields = fieldNotes(policy, trust)
  return { version, from, inForce: call.policyVersion, schema: policyShape, values, fields, advice }
}

export const showVersions = async (call: Call) =>
  (await call.stores.policies.history(call.academy)).map(({ version, from, act: { at, by, detail } }) => ({
    version,
    from,
    at,
    by,
    ...(typeof detail?.because === 'string' ? { because: detail.because } : {}),
    ...(detail?.again === true ? { again: true } : {}),
  }))

const DEPLOYED: Pick<PolicyProblem, 'what' | 'remedy'> = {
  what: 'changes only when Firstbell is deployed: schedules, numbers and providers hang on it.',
  remedy: 'Leave it as it is, and ask the trust operator to change the academy’s file.',
}

const isDeployed = (path: string): boolean => DEPLOY_FIELDS.some((field) => isWithin(path, field))

interface Changed {
  readonly field: string
  readonly meaning: string
  readonly was: Json | undefined
  readonly becomes: Json | undefined
}

/** Values that differ between two policies; where they come from is no value. */
const changesBetween = (before: Policy, after: Policy): readonly Changed[] => {
  const [{ sources: _one, ...was }, { sources: _other, ...becomes }] = [plain(before), plain(after)]
  const paths = [...new Set([...leaves(was), ...leaves(becomes)].map(([path]) => path))]
  return paths
    .map((field) => ({ field, meaning: meaningOf(field), was: valueAt(was, field), becomes: valueAt(becomes, field) }))
    .filter((each) => canonical(each.was ?? null) !== canonical(each.becomes ?? null))
}

const isLocked = (path: string): boolean => trust.locked.some((above) => isWithin(path, above))

const deployedAmong = (changes: readonly Changed[]): readonly PolicyProblem[] =>
  changes.filter(({ field }) => isDeployed(field)).map(({ field }) => ({ file: '', field, ...DEPLOYED }))

interface Checked {
  readonly problems: readonly PolicyProblem[]
  readonly advice: readonly Finding[]
  readonly changes: readonly Changed[]
  readonly sentences: readonly ChangedPart[]
  readonly draft?: { readonly policy: Policy; readonly version: string }
}

const sourcesFor = (own: JsonObject, because: string | undefined): JsonObject =>
  because === undefined ? {} : Object.fromEntries(leaves(own).map(([path]) => [path, { assumed: because }]))

const checkOver = (live: Policy, own: JsonObject, because?: string): Checked => {
  const { draft, problems } = checkOverLive(live, trust.locked, own, sourcesFor(own, because))
  if (draft === undefined) return { problems, advice: [], changes: [], sentences: [] }
  const changes = changesBetween(live, draft.policy)
  const advice = plainEnglish(draft.policy)
  const deployed = deployedAmong(changes)
  if (deployed.length > 0) return { problems: deployed, advice, changes, sentences: [] }
  return { problems: [], advice, changes, sentences: changedSentences(live, draft.policy), draft }
}

const STALE = refused(
  'stale',
  'Somebody published another version meanwhile.',
  'Load the page again: your values are kept, and are laid over the newer version.',
)

export const checkDraftOf = async (
  call: Call,
  { base, policy: own }: { readonly base: string; readonly policy: JsonObject },
): Promise<Result<Checked>> => {
  const live = await newest(call)
  return live.version === base ? ok(checkOver(live.policy, own)) : STALE
}

export interface Published {
  readonly version: string
  readonly from: LocalDate
}

/** In force from the next local midnight: no day is decided by two policies. */
const publish = async (
  call: Call,
  { policy, version }: { readonly policy: Policy; readonly version: string },
  before: string,
  detail: JsonObject,
): Promise<Published> => {
  const from = addDays(call.date, 1)
  const act = call.act('policy-published', { policy: version, detail: { from, before, ...detail } })
  await call.stores.policies.publish(call.academy, { version, policy, from }, act)
  return { version, from }
}

const SAME = refused('already', 'Nothing would be another than it is.', 'Change a value first.')

/** Publishes a draft, or answers with everything that is wrong with it. */
export const publishDraft = async (
  call: Call,
  { base, policy: own, because }: { readonly base: string; readonly policy: JsonObject; readonly because: string },
): Promise<Result<Published> | { readonly problems: readonly PolicyProblem[] }> => {
  const live = await newest(call)
  if (live.version !== base) return STALE
  const { draft, problems, changes } = checkOver(live.policy, own, because)
  if (draft === undefined) return { problems }
  if (changes.length === 0) return SAME
  return ok(await publish(call, draft, live.version, { because, fields: changes.map(({ field }) => field) }))
}

const isOf = (history: readonly PublishedVersion[], version: string): boolean =>
  history.some((each) => each.version === version)

/** Publishes an earlier version once more: the way back from a change that was none for the better. */
export const publishAgain = async (
  call: Call,
  version: string,
  { base, because }: { readonly base: string; readonly because: string },
): Promise<Result<Published>> => {
  const [live, history] = await Promise.all([newest(call), call.stores.policies.history(call.academy)])
  const policy = isOf(history, version) ? await call.stores.policies.version(call.academy, version) : undefined
  if (policy === undefined)
    return refused('not-found', 'There is no such version.', 'List the versions to see which there are.', 'version')
  if (live.version !== base) return STALE
  if (live.version === version) return SAME
  const changes = changesBetween(live.policy, policy)
  const locked = changes.find(({ field }) => isLocked(field))
  if (locked)
    return refused(
      'locked-since',
      `Since then the Trust has set ${locked.field} otherwise, and locked it.`,
      'Publish the values of that version that are the academy’s to set.',
    )
  const [deployed] = deployedAmong(changes)
  if (deployed)
    return refused(
      'deployed-since',
      `Since then Firstbell was deployed with another ${deployed.field}.`,
      DEPLOYED.remedy,
    )
  return ok(await publish(call, { policy, version }, live.version, { because, again: true }))
}
