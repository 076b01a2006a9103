import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { answer } from '../../shared/api/call.ts'
import { httpFunction } from '../../shared/platform/http.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import type { Route } from './call.ts'
import { Env } from './env.ts'
import { openApi } from './openapi/describe.ts'
import { coverRoutes } from './routes/cover.ts'
import { erasureRoutes } from './routes/erasures.ts'
import { fileOutRoutes } from './routes/files-out.ts'
import { groupRoutes } from './routes/groups.ts'
import { keptReportRoutes } from './routes/kept-reports.ts'
import { mappingRoutes } from './routes/mappings.ts'
import { patternRoutes } from './routes/patterns.ts'
import { policyRoutes } from './routes/policy.ts'
import { reconciliationRoutes } from './routes/reconciliation.ts'
import { rehearsalRoutes } from './routes/rehearsals.ts'
import { reportRoutes } from './routes/reports.ts'
import { returnRoutes } from './routes/returns.ts'
import { staffRoutes } from './routes/staff.ts'
import { thresholdRoutes } from './routes/thresholds.ts'
import { trustRoutes } from './routes/trust.ts'
import { twoWayRoutes } from './routes/two-way.ts'
import { wordingRoutes } from './routes/wordings.ts'

export const ROUTES: Readonly<Record<string, Route>> = {
  'GET /openapi.json': async () => answer(200, openApi(), { 'cache-control': 'public, max-age=300' }),
  ...coverRoutes,
  ...erasureRoutes,
  ...fileOutRoutes,
  ...groupRoutes,
  ...patternRoutes,
  ...staffRoutes,
  ...policyRoutes,
  ...reconciliationRoutes,
  ...reportRoutes,
  ...keptReportRoutes,
  ...mappingRoutes,
  ...rehearsalRoutes,
  ...returnRoutes,
  ...thresholdRoutes,
  ...trustRoutes,
  ...twoWayRoutes,
  ...wordingRoutes,
}

/** Called by the HTTP API; the gateway has matched the route and checked the token. */
export const make = httpFunction({ name: 'reports', env: Env, routes: ROUTES })

export const handler = lazily(() => make(awsWorld()))
