import type { Instant } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'
import { policyAt } from './load-known.ts'

/** The policy and the local date at an instant; `undefined` where the academy's first policy begins on a later day. */
export const begunPolicy = async (
  stores: Stores,
  academy: string,
  now: Instant,
): Promise<Awaited<ReturnType<typeof policyAt>> | undefined> => {
  try {
    return await policyAt(stores, academy, now)
  } catch (error) {
    const history = await stores.policies.history(academy)
    if (history.some(({ from }) => from <= now.slice(0, 10))) throw error
    return undefined
  }
}
