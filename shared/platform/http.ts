/** The HTTP kind of function: one handler per route of the API, problem details (RFC 9457) for everything that is not well. */
import middy from '@middy/core'
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type * as z from 'zod'
import type { World } from '../ports/world.ts'
import { readEnvironment } from './environment.ts'
import { errorName } from './function-kinds.ts'
import type { HttpAnswer, HttpRequest } from './http-shapes.ts'
import { unlessUnchanged } from './unchanged.ts'

export type { HttpAnswer, HttpRequest } from './http-shapes.ts'

/** A refusal on its way to the caller as problem details. */
export interface Problem {
  readonly status: number
  /** Stable, for programs. */
  readonly code: string
  readonly title: string
  /** What to do about it. */
  readonly remedy: string
  readonly errors?: readonly { readonly field: string; readonly rule: string; readonly remedy: string }[]
  readonly [extra: string]: unknown
}

export const problem = (details: Problem, headers: Readonly<Record<string, string>> = {}): HttpAnswer => ({
  status: details.status,
  body: { type: `https://firstbell.example/problems/${details.code}`, ...details },
  headers: { 'content-type': 'application/problem+json', ...headers },
})

const readRequest = (event: APIGatewayProxyEventV2WithJWTAuthorizer): HttpRequest => ({
  route: event.routeKey,
  path: Object.fromEntries(Object.entries(event.pathParameters ?? {}).map(([name, value]) => [name, value ?? ''])),
  query: Object.fromEntries(
    Object.entries(event.queryStringParameters ?? {}).map(([name, value]) => [name, value ?? '']),
  ),
  headers: {
    ...Object.fromEntries(
      Object.entries(event.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value ?? '']),
    ),
    // The gateway takes them out of the headers.
    ...(event.cookies ? { cookie: event.cookies.join('; ') } : {}),
  },
  body: event.isBase64Encoded && event.body ? Buffer.from(event.body, 'base64').toString('utf8') : event.body,
  claims: event.requestContext?.authorizer?.jwt?.claims ?? {},
})

const answered = (answer: HttpAnswer): APIGatewayProxyStructuredResultV2 => ({
  statusCode: answer.status,
  headers: {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(answer.body === undefined || typeof answer.body === 'string' ? {} : { 'content-type': 'application/json' }),
    ...answer.headers,
  },
  ...(answer.body === undefined
    ? {}
    : { body: typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body) }),
})

export type Route<Env> = (request: HttpRequest, env: Env, world: World) => Promise<HttpAnswer>

/** Called by the HTTP API. The gateway has matched the route and checked the token already. */
export const httpFunction =
  <Env extends z.ZodType>(kind: {
    readonly name: string
    readonly env: Env
    readonly routes: Readonly<Record<string, Route<z.output<Env>>>>
  }) =>
  (world: World) => {
    const env = readEnvironment(kind.env, world.env)
    return middy<APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2>().handler(
      async (event: APIGatewayProxyEventV2WithJWTAuthorizer): Promise<APIGatewayProxyStructuredResultV2> => {
        const run = kind.routes[event.routeKey]
        if (!run) {
          return answered(
            problem({
              status: 404,
              code: 'no-such-route',
              title: 'There is nothing at this address',
              remedy: 'See /openapi.json for the addresses there are.',
            }),
          )
        }
        try {
          const request = readRequest(event)
          const answer = await run(request, env, world)
          return answered(unlessUnchanged(request.route, request.headers['if-none-match'], answer))
        } catch (error) {
          world.log.write('REQUEST_BROKEN', { function: kind.name, route: event.routeKey, error: errorName(error) })
          return answered(
            problem({
              status: 500,
              code: 'broken',
              title: 'Firstbell could not do this',
              remedy: 'Nothing was lost. Try again; if it happens again tell the trust operator.',
            }),
          )
        }
      },
    )
  }
