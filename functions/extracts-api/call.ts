/** What these routes share: the guard and the moment of `shared/api`, with this function's environment. */
import type * as z from 'zod'
import { type CallOf, routesOf } from '../../shared/api/call.ts'
import { type TrustCallOf, trustRoutesOf } from '../../shared/api/trust-call.ts'
import type { Route as HttpRoute } from '../../shared/platform/http.ts'
import type { Env } from './env.ts'

export type Call = CallOf<z.output<typeof Env>>
export type Route = HttpRoute<z.output<typeof Env>>

export const route = routesOf<z.output<typeof Env>>()

/** What names no academy. */
export type TrustCall = TrustCallOf<z.output<typeof Env>>
export const trustRoute = trustRoutesOf<z.output<typeof Env>>()
