import type { Stack } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  CfnStage,
  HttpApi,
  HttpNoneAuthorizer,
  type HttpRoute,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import type { Key } from 'aws-cdk-lib/aws-kms'
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { FAMILY_ROUTES } from '../../functions/family-page/routes-table.ts'
import { HOOK_ROUTES } from '../../functions/hooks/routes-table.ts'
import { LINE_ROUTES } from '../../functions/line/routes-table.ts'
import { addRoute, answeredBy } from './routes.ts'

/** What is logged of a request: its route, never its path, which names pupils. */
const LOGGED = JSON.stringify({
  at: '$context.requestTimeEpoch',
  id: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  ms: '$context.responseLatency',
  refused: '$context.authorizer.error',
})

/** Anybody may call these, so they have a rate of their own, which leaves the rest of it to the school whatever strangers do. */
const slowDown = (stage: HttpStage, routes: readonly string[], made: readonly HttpRoute[]): void => {
  const { defaultChild } = stage.node
  if (!(defaultChild instanceof CfnStage)) throw new TypeError('An HTTP stage is made of one resource')
  const rate = { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 60 }
  defaultChild.addPropertyOverride('RouteSettings', Object.fromEntries(routes.map((route) => [route, rate])))
  // The gateway refuses a rate for a route that is not there yet.
  stage.node.addDependency(...made)
}

/** The API, with the routes of those who have no token of ours. Those of staff and officers are in a stack of their own. */
export const httpApi = (
  stack: Stack,
  made: Readonly<Record<'hooks' | 'line' | 'family-page', Lambda>>,
  key: Key,
): HttpApi => {
  const api = new HttpApi(stack, 'HttpApi', { createDefaultStage: false })
  const open = (id: string, folder: keyof typeof made, routes: readonly string[]): readonly HttpRoute[] => {
    const integration = answeredBy(id, made[folder])
    return routes.map((route) => addRoute(stack, api, route, integration, new HttpNoneAuthorizer()))
  }
  // Each call of a provider is verified by its own signature or bearer token before it is parsed.
  open('HooksFunction', 'hooks', HOOK_ROUTES)
  open('LineFunction', 'line', LINE_ROUTES)
  // To a parent the link is all there is.
  const pages = open('FamilyPageFunction', 'family-page', FAMILY_ROUTES)
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
