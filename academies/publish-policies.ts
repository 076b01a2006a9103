/** Puts the policies of the files into the table, as versions that take effect at the next local midnight. */

import { addDays, type Instant, localDate } from '../shared/domain/time.ts'
import type { Stores } from '../shared/ports/stores.ts'
import type { LoadedPolicy } from './load.ts'

export interface Published {
  readonly academy: string
  readonly version: string
  /** The first date it is in force; absent when it was in force already. */
  readonly from?: string
}

export interface Publishing {
  readonly now: Instant
  /** Who publishes. */
  readonly by: string
  /** Takes effect today instead of tomorrow: needs the name of a second person who agrees. */
  readonly today?: { readonly second: string }
}

const inForceOn = async (stores: Stores, academy: string, date: string): Promise<string | undefined> => {
  if (!(await stores.policies.academies()).includes(academy)) return undefined
  return (await stores.policies.inForce(academy, date)).version
}

/**
 * Publishes each policy that differs from what will be in force. An academy's first policy is in force at once: before it nothing
 * runs. Throws RangeError when one person alone wants a change today.
 */
export const publishPolicies = async (
  stores: Stores,
  policies: readonly LoadedPolicy[],
  how: Publishing,
): Promise<readonly Published[]> => {
  if (how.today && (how.today.second.trim() === '' || how.today.second === how.by)) {
    throw new RangeError(
      'A policy that takes effect today needs a second person: give --second with another name than --by.',
    )
  }
  const published: Published[] = []
  for (const { policy, version } of policies) {
    const { academy } = policy
    const date = localDate(how.now, policy.zone)
    const tomorrow = addDays(date, 1)
    const before = await inForceOn(stores, academy, how.today ? date : tomorrow)
    if (before === version) {
      published.push({ academy, version })
      continue
    }
    const from = before === undefined || how.today ? date : tomorrow
    const detail = {
      from,
      ...(before === undefined ? {} : { before }),
      ...(how.today ? { second: how.today.second } : {}),
    }
    await stores.policies.publish(
      academy,
      { version, policy, from },
      { at: how.now, by: how.by, kind: 'policy-published', policy: version, detail },
    )
    published.push({ academy, version, from })
  }
  return published
}
