import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { httpFunction } from '../../shared/platform/http.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import type { Route } from './call.ts'
import { Env } from './env.ts'
import { extractRoutes } from './routes/extracts.ts'
import { trustRoutes } from './routes/trust.ts'

export const ROUTES: Readonly<Record<string, Route>> = { ...extractRoutes, ...trustRoutes }

/** Called by the HTTP API for extracts; the gateway has matched the route and checked the token. */
export const make = httpFunction({ name: 'extracts-api', env: Env, routes: ROUTES })

export const handler = lazily(() => make(awsWorld()))
