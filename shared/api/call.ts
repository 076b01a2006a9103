/**
 * What every route of the API has in common, whichever function answers it: guard, parsing, the policy of the day, and refusals as
 * problem details.
 */
import * as z from 'zod'
import type { Policy } from '../../academies/policy.ts'
import { academyId } from '../../events/values.ts'
import type { Refusal, Result } from '../domain/result.ts'
import { type Instant, type LocalTime, localTime } from '../domain/time.ts'
import { policyAt } from '../follow-up/load-known.ts'
import { type HttpAnswer, type HttpRequest, type Route as HttpRoute, problem } from '../platform/http.ts'
import type { Act, Stores } from '../ports/stores.ts'
import type { World } from '../ports/world.ts'
import { withCovered } from './covered.ts'
import { type Caller, isFromOutside, type Role, readCaller, rolesIn } from './guard.ts'
import { noAcademy, notYours } from './refusals.ts'

export type { Role } from './guard.ts'

/** What a function that answers routes has in its environment at least. */
export interface ApiEnv {
  readonly TABLE: string
}

export interface CallOf<Env extends ApiEnv> {
  readonly academy: string
  readonly caller: Caller
  readonly roles: readonly Role[]
  readonly request: HttpRequest
  readonly stores: Stores
  readonly world: World
  readonly env: Env
  readonly now: Instant
  /** Today, local. */
  readonly date: string
  readonly time: LocalTime
  readonly policy: Policy
  readonly policyVersion: string
  act(kind: string, rest?: Partial<Act>): Act
}

/** What reads a call asks of it, whichever function it is in. */
export type AnyCall = CallOf<ApiEnv>

const MOST_BYTES = 1_000_000

export const answer = (status: number, body?: unknown, headers: Readonly<Record<string, string>> = {}): HttpAnswer => ({
  status,
  headers,
  ...(body === undefined ? {} : { body }),
})

const STATUS: Readonly<Record<string, number>> = {
  'not-found': 404,
  'not-yours': 403,
  stale: 409,
  'if-match-needed': 428,
  'too-large': 413,
  already: 409,
  'mark-changed': 409,
}

/** A refusal as problem details: 422 unless its code says otherwise. */
export const refusalAnswer = (refusal: Refusal, extra: Readonly<Record<string, unknown>> = {}): HttpAnswer =>
  problem({
    status: STATUS[refusal.code] ?? 422,
    code: refusal.code,
    title: refusal.why,
    remedy: refusal.remedy,
    ...(refusal.at === undefined ? {} : { at: refusal.at }),
    ...extra,
  })

/** Answers a result: its value under a status, or its refusal. */
export const resultAnswer = <T>(
  result: Result<T>,
  status: number,
  show: (value: T) => unknown = (value) => value,
): HttpAnswer => (result.ok ? answer(status, show(result.value)) : refusalAnswer(result.refusal))

export const shapeProblem = (status: 400 | 422, error: z.ZodError, where: string): HttpAnswer =>
  problem({
    status,
    code: 'wrong-shape',
    title: `The ${where} does not have the agreed shape.`,
    remedy: 'Correct the fields listed under errors; /openapi.json describes them.',
    errors: error.issues.slice(0, 50).map((issue) => ({
      field: issue.path.join('.'),
      rule: issue.message,
      remedy: 'Send a value that keeps the rule.',
    })),
  })

export const parseBody = <S extends z.ZodType>(
  schema: S,
  request: HttpRequest,
): { value: z.output<S> } | { refused: HttpAnswer } => {
  const text = request.body ?? ''
  if (Buffer.byteLength(text) > MOST_BYTES) {
    return {
      refused: problem({
        status: 413,
        code: 'too-large',
        title: 'The request is over 1 MB.',
        remedy: 'Send less at once.',
      }),
    }
  }
  let json: unknown
  try {
    json = text === '' ? {} : JSON.parse(text)
  } catch {
    return {
      refused: problem({
        status: 400,
        code: 'not-json',
        title: 'The body is not JSON.',
        remedy: 'Send a JSON object.',
      }),
    }
  }
  const parsed = schema.safeParse(json)
  return parsed.success ? { value: parsed.data } : { refused: shapeProblem(422, parsed.error, 'body') }
}

/** Whether an academy's policy lets somebody in who has no role there: an officer of its authority. */
export type LetsIn = (caller: Caller, policy: Policy) => boolean

interface Shape<P extends z.ZodRawShape, B extends z.ZodType> {
  /** Who may call. */
  readonly roles: readonly Role[]
  /** Asked only of those without a role. */
  readonly outsiders?: LetsIn
  /** Tells callers their roles, so those of colleagues they cover for are wanted whatever their own let them do. */
  readonly showsRoles?: true
  readonly path: P
  readonly body?: B
}

/** The academy has a policy. Somebody of the whole Trust may name one that has none. */
const hasPolicy = async (stores: Stores, academy: string): Promise<boolean> =>
  (await stores.policies.academies()).includes(academy)

/** The academy's policy lets somebody from outside in. Nothing else of the record is read for it. */
const isLetIn = async (
  stores: Stores,
  academy: string,
  now: Instant,
  caller: Caller,
  letsIn: LetsIn,
): Promise<boolean> =>
  (await hasPolicy(stores, academy)) && letsIn(caller, (await policyAt(stores, academy, now)).version.policy)

type Asked<Env extends ApiEnv> = Pick<CallOf<Env>, 'caller' | 'roles' | 'request' | 'stores' | 'world' | 'env' | 'now'>

/** A call as it concerns one academy, with the policy of the moment there. */
export const callOf = async <Env extends ApiEnv>(academy: string, asked: Asked<Env>): Promise<CallOf<Env>> => {
  const { stores, now, caller } = asked
  const { version, date } = await policyAt(stores, academy, now)
  return {
    ...asked,
    academy,
    date,
    time: localTime(now, version.policy.zone),
    policy: version.policy,
    policyVersion: version.version,
    act: (kind, rest = {}) => ({ at: now, by: caller.sub, kind, policy: version.version, ...rest }),
  }
}

/**
 * Routes of an academy in a function with this environment: each is guarded, its path and body parsed, its policy loaded. Somebody from
 * outside learns nothing of an academy that does not let them in, not even that it is there.
 */
export const routesOf =
  <Env extends ApiEnv>() =>
  <P extends z.ZodRawShape, B extends z.ZodType = z.ZodUnknown>(
    { roles: asked, outsiders, ...shape }: Shape<P, B>,
    run: (call: CallOf<Env>, path: z.output<z.ZodObject<P>>, body: z.output<B>) => Promise<HttpAnswer>,
  ): HttpRoute<Env> =>
  async (request, env, world) => {
    const caller = readCaller(request.claims)
    const named = academyId.safeParse(request.path.academy)
    if (!caller || !named.success) return notYours()
    const own = rolesIn(caller, named.data)
    const mayLook = outsiders !== undefined && isFromOutside(caller)
    if (own.length === 0 && !mayLook) return notYours()
    const stores = world.stores(env.TABLE)
    const now = world.clock.now()
    const roles = await withCovered({ academy: named.data, caller, stores, now }, own, asked, shape.showsRoles)
    const isInside = asked.some((role) => roles.includes(role))
    if (!isInside && !(mayLook && (await isLetIn(stores, named.data, now, caller, outsiders)))) return notYours()
    const path = z.object(shape.path).safeParse(request.path)
    if (!path.success) return shapeProblem(422, path.error, 'address')
    const body = shape.body ? parseBody(shape.body, request) : undefined
    if (body && 'refused' in body) return body.refused
    if (!(await hasPolicy(stores, named.data))) return noAcademy()
    const call = await callOf<Env>(named.data, { caller, roles, request, stores, world, env, now })
    // The schema, where there is one, has given the body its type.
    const said = (body && 'value' in body ? body.value : undefined) as z.output<B>
    const answered = await run(call, path.data, said)
    // A refusal changes nothing: what somebody's own roles do not let them do is asked again with those of colleagues they cover for.
    const wider = answered.status === 403 ? await withCovered({ ...call, stores }, own, [], true) : roles
    return wider.length > roles.length ? run({ ...call, roles: wider }, path.data, said) : answered
  }

/** Somebody who may give any code, amend marks and record what families said. */
export const isOffice = (call: Pick<AnyCall, 'roles'>): boolean =>
  call.roles.some((role) => ['office', 'lead', 'head', 'dsl'].includes(role))
export const OFFICE: readonly Role[] = ['office', 'lead', 'head', 'dsl']
export const LEADS: readonly Role[] = ['lead', 'head', 'dsl']
