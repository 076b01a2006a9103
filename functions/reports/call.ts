/** A call of this function: the API's own router and guard, with less in its environment. */
import type * as z from 'zod'
import { type CallOf, routesOf } from '../../shared/api/call.ts'
import { trustRoutesOf } from '../../shared/api/trust-call.ts'
import type { Route as HttpRoute } from '../../shared/platform/http.ts'
import type { Env } from './env.ts'

type ReportsEnvironment = z.output<typeof Env>
export type Call = CallOf<ReportsEnvironment>
export type Route = HttpRoute<ReportsEnvironment>
export const route = routesOf<ReportsEnvironment>()
export const trustRoute = trustRoutesOf<ReportsEnvironment>()
