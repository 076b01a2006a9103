/** A whole trust on one machine: its policies read and published, its stacks opened. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type LoadedPolicy, loadPolicies } from '../academies/load.ts'
import { randomIds } from '../shared/adapters/system/ids.ts'
import type { Instant } from '../shared/domain/time.ts'
import { type LocalStack, openStack, type StackSettings } from './stack.ts'
import { trustTemplates } from './templates.ts'

export interface TrustSettings extends Omit<StackSettings, 'templates' | 'table' | 'folder'> {
  readonly start: Instant
  /** Another policy for an academy, for tests of what no academy has. */
  readonly change?: (loaded: LoadedPolicy) => LoadedPolicy
}

/** So early that no history comes before it. */
const ALWAYS = '2000-01-01'

/** Reads the trust's policies. Throws naming each problem, its file, field and remedy. */
export const readTrust = (): readonly LoadedPolicy[] =>
  Object.values(loadPolicies(fileURLToPath(new URL('../academies', import.meta.url))).policies)

/** Opens the trust in a table and a folder of its own. Throws when a policy is not in order or the stacks cannot be played. */
export const openTrust = async (
  settings: TrustSettings,
): Promise<{ readonly stack: LocalStack; readonly policies: readonly LoadedPolicy[] }> => {
  const policies = readTrust().map((loaded) => settings.change?.(loaded) ?? loaded)
  const { change: _, ...rest } = settings
  const run = `firstbell-${randomIds().fresh()}`
  const stack = await openStack({
    ...rest,
    templates: await trustTemplates(policies),
    table: run,
    folder: join(tmpdir(), run),
  })
  for (const { policy, version } of policies) {
    const act = { at: settings.start, by: 'system', kind: 'policy-published', policy: version }
    await stack.stores.policies.publish(policy.academy, { version, policy, from: ALWAYS }, act)
  }
  return { stack, policies }
}
