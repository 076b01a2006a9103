import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { httpFunction } from '../../shared/platform/http.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import type { Route } from './call.ts'
import { Env } from './env.ts'
import { siteRoutes } from './routes/site.ts'
import { visitRoutes } from './routes/visits.ts'

export const ROUTES: Readonly<Record<string, Route>> = {
  ...siteRoutes,
  ...visitRoutes,
}

/** Called by the HTTP API; the gateway has matched the route and checked the token. */
export const make = httpFunction({ name: 'site', env: Env, routes: ROUTES })

export const handler = lazily(() => make(awsWorld()))
