/** A call of this function, which has everything that the API may touch in its environment. */
import type * as z from 'zod'
import { type CallOf, routesOf } from '../../shared/api/call.ts'
import type { Route as HttpRoute } from '../../shared/platform/http.ts'
import type { Env } from './env.ts'

export { answer, isOffice, LEADS, OFFICE, refusalAnswer, resultAnswer } from '../../shared/api/call.ts'
export type { Role } from '../../shared/api/guard.ts'

type ApiEnvironment = z.output<typeof Env>
export type Call = CallOf<ApiEnvironment>
export type Route = HttpRoute<ApiEnvironment>
export const route = routesOf<ApiEnvironment>()
