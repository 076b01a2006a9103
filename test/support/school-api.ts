/** Springbank behind its real API and a real store: a class 3B of four, each with one parent, and a class 4C of one. */
import { make } from '../../functions/api/handler.ts'
import { make as makeExtractsApi } from '../../functions/extracts-api/handler.ts'
import { make as makeReports } from '../../functions/reports/handler.ts'
import { make as makeSite } from '../../functions/site/handler.ts'
import { API_ROUTES } from '../../shared/api/tables/api-routes.ts'
import { instantOf } from '../../shared/domain/time.ts'
import type { Act, Stores } from '../../shared/ports/stores.ts'
import { loadSchool, SCHOOL } from './school-of-the-api.ts'
import { freshStores } from './stores.ts'
import { testWorld } from './test-world.ts'

export { SCHOOL } from './school-of-the-api.ts'
/** A Monday of term. */
export const MONDAY = '2026-01-12'
export const API_ENV = {
  TABLE: 'table',
  FILES_BUCKET: 'files',
  LETTERS_BUCKET: 'letters',
  LETTERS_QUEUE_URL: 'https://queues.example/letters',
  EVIDENCE_BUCKET: 'evidence',
  EVIDENCE_KEYS_BUCKET: 'evidence-keys',
  EVIDENCE_QUEUE_URL: 'https://queues.example/evidence',
  IMPORTS_QUEUE_URL: 'https://queues.example/imports',
  REHEARSALS_QUEUE_URL: 'https://queues.example/rehearsals',
  EXTRACTS_BUCKET: 'extracts',
  KEPT_BUCKET: 'extracts',
  EXTRACTS_QUEUE_URL: 'https://queues.example/extracts',
  TEXTS_QUEUE_URL: 'https://queues.example/texts',
  PHONES_SECRET: 'phones',
  SWEEP_ARN: 'arn:sweep',
  SCHEDULES_ROLE_ARN: 'arn:schedules',
  SCHEDULE_FAILURES_ARN: 'arn:failures',
}

export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  /** The parsed JSON; tests know what they asked for. */
  // biome-ignore lint/suspicious/noExplicitAny: an answer is read field by field against what the test expects
  readonly body: any
}

const ROUTES = API_ROUTES.map(({ route, by }) => {
  const [method = '', path = ''] = route.split(' ')
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  return { route, by, method, names, pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '([^/]+)')}$`) }
})

/** An event as the HTTP API sends it for a request to one of its routes. */
export const httpEvent = (request: {
  readonly route: string
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly claims?: Readonly<Record<string, unknown>>
}) => ({
  routeKey: request.route,
  pathParameters: request.path ?? {},
  queryStringParameters: request.query ?? {},
  headers: request.headers ?? {},
  isBase64Encoded: false,
  ...(request.body === undefined
    ? {}
    : { body: typeof request.body === 'string' ? request.body : JSON.stringify(request.body) }),
  requestContext: { authorizer: { jwt: { claims: request.claims ?? {} } } },
})

/** Calls a handler with such an event. */
export const call = async (
  handler: ReturnType<typeof make> | ReturnType<typeof makeReports>,
  event: ReturnType<typeof httpEvent>,
): Promise<Answered> => {
  // A test's event holds what the handler reads of the gateway's, which has dozens of fields more.
  const run = handler as unknown as (
    event: unknown,
    context: unknown,
  ) => Promise<{ statusCode: number; headers?: Record<string, unknown>; body?: string }>
  const { statusCode, headers = {}, body } = await run(event, {})
  return { status: statusCode, headers, body: body === undefined ? undefined : JSON.parse(body) }
}

/**
 * Opens the school at 08:50 on Monday 12 January. `as` is a role of the school, with a staff id after a colon where it matters. `behaving` gives
 * the API stores that behave otherwise than DynamoDB Local does; `load` is who is at the school.
 */
export const openApiSchool = async (
  behaving: (stores: Stores) => Stores = (stores) => stores,
  load: (stores: Stores) => Promise<void> = loadSchool,
) => {
  const { stores } = await freshStores()
  await load(stores)
  const acts: Act[] = []
  const world = testWorld({
    env: API_ENV,
    now: instantOf(MONDAY, '08:50', 'Europe/London'),
    stores: () => heardStores(behaving(stores), acts),
  })
  const handler = make(world)
  const others = { reports: makeReports(world), site: makeSite(world), 'extracts-api': makeExtractsApi(world) }
  const ask = async (
    as: string,
    method: string,
    address: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answered> => {
    const [role = '', sub = `s-${role}`] = as.split(':')
    const { pathname, searchParams } = new URL(
      address.startsWith('/') ? address : `/academies/${SCHOOL}/${address}`,
      'https://api.example',
    )
    const found = ROUTES.find((each) => each.method === method && each.pattern.test(pathname))
    const values = (found?.pattern.exec(pathname) ?? []).slice(1).map(decodeURIComponent)
    const group = role.includes('.') ? role : `${SCHOOL}.${role}`
    return call(
      found?.by === undefined ? handler : others[found.by],
      httpEvent({
        route: found?.route ?? `${method} ${pathname}`,
        path: Object.fromEntries((found?.names ?? []).map((name, index) => [name, values[index] ?? ''])),
        query: Object.fromEntries(searchParams),
        body,
        headers,
        claims: { sub, 'cognito:groups': `[${group}]` },
      }),
    )
  }
  const at = (time: string, date = MONDAY): void => world.turnTo(instantOf(date, time, 'Europe/London'))
  /** The class 3B takes its register: everybody present but those named. */
  const takes = (
    as: string,
    codes: Readonly<Record<string, string>> = {},
    headers: Readonly<Record<string, string>> = {},
    session: 'AM' | 'PM' = 'AM',
  ) => {
    const present = session === 'AM' ? '/' : '\\'
    const ids = ['P001', 'P002', 'P003', 'P004']
    const marks = Object.fromEntries(ids.map((id) => [id, { code: codes[id] ?? present }]))
    return ask(as, 'PUT', `registers/${MONDAY}/${session}/3b`, { marks, submitted: true }, headers)
  }
  const register = (session: 'AM' | 'PM' = 'AM') => ask('office', 'GET', `registers/${MONDAY}/${session}/3b`)
  return { world, stores, acts, ask, at, takes, register, handler }
}

/** Remembers every act that a write carried. */
const heardStores = (stores: Stores, acts: Act[]): Stores => {
  const isAct = (value: unknown): value is Act =>
    typeof value === 'object' && value !== null && 'kind' in value && 'by' in value && 'at' in value && !('id' in value)
  const entries = Object.entries(stores).map(([name, found]) => {
    if (typeof found !== 'function') return [name, found] as const
    const run = (...args: readonly unknown[]) => {
      const last = args.at(-1)
      if (isAct(last)) acts.push(last)
      return (found as (...args: readonly unknown[]) => unknown)(...args)
    }
    return [name, run] as const
  })
  return Object.fromEntries(entries) as unknown as Stores
}

export type ApiSchool = Awaited<ReturnType<typeof openApiSchool>>
