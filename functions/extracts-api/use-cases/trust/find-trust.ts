/** What the Trust's own people may have of every academy's extracts, put together by kind and period. */
import { callOf } from '../../../../shared/api/call.ts'
import { collectsFor } from '../../../../shared/domain/extracts/may-collect.ts'
import { extractKind } from '../../../../shared/domain/extracts/registry.ts'
import { type TrustWide, trustWideOf } from '../../../../shared/domain/extracts/trust-wide.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import { begunPolicy } from '../../../../shared/follow-up/begun-policy.ts'
import type { Call, TrustCall } from '../../call.ts'
import { findExtracts } from '../find-extracts.ts'

/** A call of each academy whose policy sends the caller something. Nobody has a role in an academy by being of the Trust here. */
export const callsOf = async (asked: TrustCall): Promise<readonly Call[]> => {
  const academies = (await asked.stores.policies.academies()).toSorted()
  const begun = await Promise.all(
    academies.map(async (academy) => ((await begunPolicy(asked.stores, academy, asked.now)) ? [academy] : [])),
  )
  const calls = await Promise.all(begun.flat().map((academy) => callOf(academy, { ...asked, roles: [] })))
  return calls.filter(({ caller, policy }) => collectsFor(caller.groups, policy).some(({ on }) => on))
}

export const findTrustWide = async (calls: readonly Call[]): Promise<readonly TrustWide[]> =>
  trustWideOf(
    await Promise.all(calls.map(async (call) => ({ academy: call.academy, extracts: await findExtracts(call) }))),
    extractKind,
  )

export const findOneTrustWide = async (calls: readonly Call[], id: string): Promise<Result<TrustWide>> => {
  const found = (await findTrustWide(calls)).find((each) => each.id === id)
  return found ? ok(found) : refused('not-found', 'There is no such extract.', 'Look at the list of extracts again.')
}
