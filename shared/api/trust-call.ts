/**
 * Routes that name no academy, for the Trust's own people alone. What they answer is put together of every academy's record, and says
 * nothing of a pupil by name.
 */

import type { Instant } from '../domain/time.ts'
import { type HttpAnswer, type HttpRequest, type Route as HttpRoute, problem } from '../platform/http.ts'
import type { Stores } from '../ports/stores.ts'
import type { World } from '../ports/world.ts'
import type { ApiEnv } from './call.ts'
import { type Caller, readCaller } from './guard.ts'

/** Groups of the Trust's own people. */
export type TrustGroup = 'trust.operator' | 'trust.attendance'

export interface TrustCallOf<Env extends ApiEnv> {
  readonly caller: Caller
  readonly request: HttpRequest
  readonly stores: Stores
  readonly world: World
  readonly env: Env
  readonly now: Instant
}

const notOfTrust = (): HttpAnswer =>
  problem({
    status: 403,
    code: 'not-yours',
    title: 'This is for people of the Trust.',
    remedy: 'Look at your own academy, or ask the trust operator for a role in the Trust.',
  })

/** Routes of the whole Trust in a function with this environment. Nothing of the record is touched before the token has been looked at. */
export const trustRoutesOf =
  <Env extends ApiEnv>() =>
  (groups: readonly TrustGroup[], run: (call: TrustCallOf<Env>) => Promise<HttpAnswer>): HttpRoute<Env> =>
  async (request, env, world) => {
    const caller = readCaller(request.claims)
    if (!caller || !groups.some((group) => caller.groups.includes(group))) return notOfTrust()
    return run({ caller, request, stores: world.stores(env.TABLE), world, env, now: world.clock.now() })
  }
