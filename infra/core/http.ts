import type { Stack } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { Key } from 'aws-cdk-lib/aws-kms'
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { FAMILY_ROUTES } from '../../functions/family-page/routes-table.ts'
import { HOOK_ROUTES } from '../../functions/hooks/routes-table.ts'
import { LINE_ROUTES } from '../../functions/line/routes-table.ts'
import { API_ROUTES } from '../../shared/api/tables/api-routes.ts'
import type { StaffSignIn } from './sign-in.ts'

/** What is logged of a request: its route, never its path, which names pupils. */
const LOGGED = JSON.stringify({
  at: '$context.requestTimeEpoch',
  id: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  ms: '$context.responseLatency',
  refused: '$context.authorizer.error',
})

const METHODS: ReadonlyMap<string, HttpMethod> = new Map(
  Object.values(HttpMethod).map((method) => [String(method), method]),
)

const keyOf = (route: string): HttpRouteKey => {
  const [verb = '', path = ''] = route.split(' ')
  const method = METHODS.get(verb)
  if (!method)
    throw new RangeError(
      `There is a route "${route}", which begins with no HTTP method. Write it like "GET /openapi.json".`,
    )
  return HttpRouteKey.with(path, method)
}

/** Anybody may call these, so they have a rate of their own, which leaves the rest of it to the school whatever strangers do. */
const slowDown = (stage: HttpStage, routes: readonly string[], made: readonly HttpRoute[]): void => {
  const { defaultChild } = stage.node
  if (!(defaultChild instanceof CfnStage)) throw new TypeError('An HTTP stage is made of one resource')
  const rate = { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 60 }
  defaultChild.addPropertyOverride('RouteSettings', Object.fromEntries(routes.map((route) => [route, rate])))
  // The gateway refuses a rate for a route that is not there yet.
  stage.node.addDependency(...made)
}

/** Every route of the API by itself, behind the staff's tokens but for those that are open, and the providers' calls. */
export const httpApi = (
  stack: Stack,
  made: Readonly<Record<'api' | 'extracts-api' | 'reports' | 'site' | 'hooks' | 'line' | 'family-page', Lambda>>,
  staff: StaffSignIn,
  key: Key,
): HttpApi => {
  const api = new HttpApi(stack, 'HttpApi', { createDefaultStage: false })
  const tokens = new HttpJwtAuthorizer('Tokens', staff.pool.userPoolProviderUrl, {
    jwtAudience: [staff.client.userPoolClientId],
  })
  // One permission for all routes: one each would outgrow the function's policy.
  const toApi = new HttpLambdaIntegration('ApiFunction', made.api, { scopePermissionToRoute: false })
  const toReports = new HttpLambdaIntegration('ReportsFunction', made.reports, { scopePermissionToRoute: false })
  const toExtracts = new HttpLambdaIntegration('ExtractsApiFunction', made['extracts-api'], {
    scopePermissionToRoute: false,
  })
  const toSite = new HttpLambdaIntegration('SiteFunction', made.site, { scopePermissionToRoute: false })
  const toHooks = new HttpLambdaIntegration('HooksFunction', made.hooks, { scopePermissionToRoute: false })
  const toLine = new HttpLambdaIntegration('LineFunction', made.line, { scopePermissionToRoute: false })
  const toFamilyPage = new HttpLambdaIntegration('FamilyPageFunction', made['family-page'], {
    scopePermissionToRoute: false,
  })
  const add = (route: string, integration: HttpLambdaIntegration, open: boolean): HttpRoute => {
    const id = `Route ${route}`.replace(/[^A-Za-z0-9]+/g, '-')
    const authorizer = open ? new HttpNoneAuthorizer() : tokens
    return new HttpRoute(stack, id, { httpApi: api, routeKey: keyOf(route), integration, authorizer })
  }
  const answeredBy = { api: toApi, reports: toReports, 'extracts-api': toExtracts, site: toSite }
  for (const { route, by = 'api', open } of API_ROUTES) add(route, answeredBy[by], open === true)
  // Providers have no token of ours: each call is verified by its own signature or bearer token before it is parsed.
  for (const route of HOOK_ROUTES) add(route, toHooks, true)
  for (const route of LINE_ROUTES) add(route, toLine, true)
  // Parents have no token of ours: the link is all there is.
  const pages = FAMILY_ROUTES.map((route) => add(route, toFamilyPage, true))
  const log = new LogGroup(stack, 'ApiRequests', {
    logGroupName: '/firstbell/api-requests',
    retention: RetentionDays.SIX_MONTHS,
    encryptionKey: key,
  })
  const served = new HttpStage(stack, 'ApiStage', {
    httpApi: api,
    autoDeploy: true,
    throttle: { rateLimit: 200, burstLimit: 400 },
    accessLogSettings: { destination: new LogGroupLogDestination(log), format: AccessLogFormat.custom(LOGGED) },
  })
  slowDown(served, FAMILY_ROUTES, pages)
  return api
}
