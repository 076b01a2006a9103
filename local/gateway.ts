/** The HTTP API of the template: its routes, its authorizer, and events of payload version 2.0 to the function behind each route. */
import * as z from 'zod'
import type { Clock } from '../shared/ports/world.ts'
import type { Calls } from './calls.ts'
import { type Answer, problemAnswer, type Request } from './http.ts'
import { findRoute, routePattern } from './routes.ts'
import { gatewayClaims, type Tokens } from './tokens.ts'
import type { Wiring } from './wiring.ts'

/** The HTTP API takes no more. */
export const MOST_BYTES = 10 * 1024 * 1024

const Result = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
})

const TEXT = /^(text\/|application\/(.+\+)?(json|xml|javascript|x-www-form-urlencoded))/

const queryOf = (search: URLSearchParams): Readonly<Record<string, string>> =>
  Object.fromEntries([...new Set(search.keys())].map((name) => [name, search.getAll(name).join(',')]))

const UNAUTHORIZED = problemAnswer(
  401,
  'not-signed-in',
  'Unauthorized',
  'Send a token of this API as "authorization: Bearer ...". POST /local/token gives one.',
)

export const makeGateway = (wiring: Wiring, calls: Calls, tokens: Tokens, clock: Clock) => {
  const patterns = wiring.routes.map(({ RouteKey }) => routePattern(RouteKey))
  let count = 0

  const eventOf = (
    request: Request,
    key: string,
    parameters: Readonly<Record<string, string>>,
    claims: object | undefined,
  ) => {
    const url = new URL(request.path, 'http://local')
    const { cookie, ...headers } = request.headers
    const text = request.body.length === 0 || TEXT.test(headers['content-type'] ?? 'text/plain')
    const body = Buffer.from(request.body).toString(text ? 'utf8' : 'base64')
    const parameterNames = Object.keys(parameters)
    return {
      version: '2.0',
      routeKey: key,
      rawPath: url.pathname,
      rawQueryString: url.search.slice(1),
      ...(cookie ? { cookies: cookie.split('; ') } : {}),
      headers,
      ...(url.search ? { queryStringParameters: queryOf(url.searchParams) } : {}),
      ...(parameterNames.length > 0 ? { pathParameters: parameters } : {}),
      requestContext: {
        accountId: '000000000000',
        apiId: 'local',
        domainName: 'local',
        domainPrefix: 'local',
        ...(claims ? { authorizer: { jwt: { claims, scopes: null } } } : {}),
        http: {
          method: request.method,
          path: url.pathname,
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: headers['user-agent'] ?? '',
        },
        requestId: `request-${++count}`,
        routeKey: key,
        stage: '$default',
        time: clock.now(),
        timeEpoch: Date.parse(clock.now()),
      },
      ...(request.body.length > 0 ? { body } : {}),
      isBase64Encoded: !text,
    }
  }

  const claimsOf = async (request: Request) => {
    const [, token] = /^(?:Bearer )?(.+)$/i.exec(request.headers.authorization ?? '') ?? []
    const claims = token === undefined ? undefined : await tokens.verify(token)
    return claims === undefined ? undefined : gatewayClaims(claims)
  }

  const run = async (functionArn: string, event: unknown): Promise<Answer> => {
    try {
      const answer = Result.parse(await calls.call(functionArn, event))
      const headers = Object.fromEntries(
        Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
      )
      return {
        status: answer.statusCode,
        // The hour that the API answers by is that of the turned clock.
        headers: { ...headers, date: new Date(clock.now()).toUTCString() },
        body: answer.isBase64Encoded ? Buffer.from(answer.body, 'base64') : answer.body,
      }
    } catch {
      return problemAnswer(
        500,
        'broken',
        'Internal Server Error',
        'The function behind this address failed. Its log says why.',
      )
    }
  }

  /** Answers a request as the deployed HTTP API would. Never rejects. */
  return async (request: Request): Promise<Answer> => {
    if (request.body.length > MOST_BYTES)
      return problemAnswer(
        413,
        'too-large',
        'Request Entity Too Large',
        'Send at most 10 MB; a longer file goes to an upload address.',
      )
    const found = findRoute(patterns, request.method, new URL(request.path, 'http://local').pathname)
    const route = wiring.routes.find(({ RouteKey }) => RouteKey === found?.key)
    const integration = wiring.integrations.find(({ id }) => route?.Target === `integrations/${id}`)
    if (!found || !route || !integration)
      return problemAnswer(404, 'no-such-route', 'Not Found', 'See /openapi.json for the addresses there are.')
    const guarded = route.AuthorizationType !== 'NONE'
    const claims = guarded ? await claimsOf(request) : undefined
    if (guarded && !claims) return UNAUTHORIZED
    return run(integration.IntegrationUri, eventOf(request, route.RouteKey, found.parameters, claims))
  }
}

export type Gateway = ReturnType<typeof makeGateway>
