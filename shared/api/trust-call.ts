/**
 * Routes that name no academy, for the Trust's own people alone. What they answer is put together of every academy's record, and says
 * nothing of a pupil by name.
 */

import * as z from 'zod'
import type { Instant } from '../domain/time.ts'
import { type HttpAnswer, type HttpRequest, type Route as HttpRoute, problem } from '../platform/http.ts'
import type { Stores } from '../ports/stores.ts'
import type { World } from '../ports/world.ts'
import { type ApiEnv, parseBody, shapeProblem } from './call.ts'
import { type Caller, isFromOutside, readCaller } from './guard.ts'

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

interface TrustShape<P extends z.ZodRawShape, B extends z.ZodType> {
  /** The Trust's own people; or `outside` for officers of an authority too, who are then asked what they may see. */
  readonly groups: readonly TrustGroup[] | 'outside'
  readonly path?: P
  readonly body?: B
}

/** Routes of the whole Trust in a function with this environment. Nothing of the record is touched before the token has been looked at. */
export const trustRoutesOf =
  <Env extends ApiEnv>() =>
  <P extends z.ZodRawShape, B extends z.ZodType = z.ZodUnknown>(
    { groups, ...shape }: TrustShape<P, B>,
    run: (call: TrustCallOf<Env>, path: z.output<z.ZodObject<P>>, body: z.output<B>) => Promise<HttpAnswer>,
  ): HttpRoute<Env> =>
  async (request, env, world) => {
    const caller = readCaller(request.claims)
    const isLetIn = (who: Caller) =>
      groups === 'outside' ? isFromOutside(who) : groups.some((group) => who.groups.includes(group))
    if (!caller || !isLetIn(caller)) return notOfTrust()
    const path = z.object(shape.path ?? ({} as P)).safeParse(request.path)
    if (!path.success) return shapeProblem(422, path.error, 'address')
    const body = shape.body ? parseBody(shape.body, request) : undefined
    if (body && 'refused' in body) return body.refused
    const call = { caller, request, stores: world.stores(env.TABLE), world, env, now: world.clock.now() }
    // The schema, where there is one, has given the body its type.
    return run(call, path.data, (body && 'value' in body ? body.value : undefined) as z.output<B>)
  }
