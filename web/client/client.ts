/** The one place that speaks to the API: with the caller's token, within a time, and every failure as something to do. */
import * as z from 'zod'
import { Problem } from '../../events/api/problem.ts'
import { BROKEN, type Failure, OLDER, ofFetching, ofSending, refusedBy, SIGNED_OUT, unreached } from './failure.ts'
import { fresh, renew } from './renew.ts'
import { hearHour } from './school-clock.ts'
import { type SignedIn, signInExpired } from './sign-in-state.ts'
import { spokenOf } from './slow-sends.ts'

/** After this much silence a person is told so. */
const MOST_SECONDS = 20

export type Heard<T> =
  | { readonly ok: true; readonly value: T; readonly etag: string | undefined }
  | { readonly ok: true; readonly unchanged: true }
  | { readonly ok: false; readonly failure: Failure }

export type Done<T> = Extract<Heard<T>, { readonly value: T }> | Extract<Heard<T>, { readonly ok: false }>

const failed = (failure: Failure) => ({ ok: false, failure }) as const

const problemOf = async (answer: Response): Promise<Failure> => {
  const parsed = Problem.safeParse(await answer.json().catch(() => undefined))
  return parsed.success ? refusedBy(parsed.data) : BROKEN
}

const reach = async (path: string, init: RequestInit): Promise<Response | Failure> => {
  try {
    return await fetch(path, { ...init, cache: 'no-store', signal: AbortSignal.timeout(MOST_SECONDS * 1000) })
  } catch (error) {
    return unreached(error)
  }
}

/** What an answer holds. The connection may be lost, or the time be over, in the middle of it. */
const heldBy = async (answer: Response): Promise<{ readonly value: unknown } | Failure> => {
  try {
    return { value: answer.status === 204 ? undefined : await answer.json() }
  } catch (error) {
    return error instanceof SyntaxError ? OLDER : unreached(error)
  }
}

/** An address of the academy at which somebody is, unless it begins at the root: one of the Trust, or of an academy that it names. */
const askAs = ({ academy, token }: SignedIn, path: string, init: RequestInit): Promise<Response | Failure> =>
  reach(path.startsWith('/') ? path : `/academies/${academy}/${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, ...init.headers },
  })

/** `etag`: what is shown already, where that is asked about. */
const hear = async <S extends z.ZodType>(
  schema: S,
  path: string,
  init: RequestInit,
  etag?: string,
): Promise<Heard<z.output<S>>> => {
  const before = await fresh()
  if (!before) return failed(SIGNED_OUT)
  const first = await askAs(before, path, init)
  // The clock of this device may be wrong: a token that is refused is renewed once before anybody is sent away.
  const who = first instanceof Response && first.status === 401 ? ((await renew(before)) ?? before) : before
  const answer = who.token === before.token ? first : await askAs(who, path, init)
  if (!(answer instanceof Response)) return failed(answer)
  hearHour(answer)
  // Nothing is unchanged for whoever has nothing yet: something between here and the API keeps answers that it should not.
  if (answer.status === 304) return etag === undefined ? failed(BROKEN) : { ok: true, unchanged: true }
  if (answer.status === 401) {
    signInExpired(who)
    return failed(SIGNED_OUT)
  }
  if (!answer.ok) return failed(await problemOf(answer))
  const held = await heldBy(answer)
  const parsed = schema.safeParse('value' in held ? held.value : undefined)
  return parsed.success
    ? { ok: true, value: parsed.data, etag: answer.headers.get('etag') ?? undefined }
    : failed('value' in held ? OLDER : held)
}

/** Reads an address of the academy; `unchanged` when it says what `etag` said. */
export const read = <S extends z.ZodType>(schema: S, path: string, etag?: string): Promise<Heard<z.output<S>>> =>
  hear(schema, path, etag === undefined ? {} : { headers: { 'if-none-match': etag } }, etag)

const posted = (method: string, body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit => ({
  method,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', ...headers },
})

/** Asks with a body what no address holds. Nothing is changed by it, so that a page may ask again by itself. */
export const lookUp = async <S extends z.ZodType>(
  path: string,
  body: unknown,
  schema: S,
): Promise<Done<z.output<S>>> => {
  const heard = await hear(schema, path, posted('POST', body))
  return 'unchanged' in heard ? failed(BROKEN) : heard
}

/** Any answer will do: the page reads again what it shows. */
export const Anything = z.unknown()

/** By a press: whoever waits is told so, and no page does it again by itself. */
const pressed = async <S extends z.ZodType>(
  schema: S,
  path: string,
  init: RequestInit,
  inWords: (failure: Failure) => Failure,
): Promise<Done<z.output<S>>> => {
  const heard = await spokenOf(hear(schema, path, init))
  // Nothing asks by a press whether something is unchanged.
  if ('unchanged' in heard) return failed(BROKEN)
  // A thing of its own each time: whoever presses again and fails again is told again.
  return heard.ok ? heard : failed({ ...inWords(heard.failure) })
}

const sent = <S extends z.ZodType>(schema: S, path: string, init: RequestInit): Promise<Done<z.output<S>>> =>
  pressed(schema, path, init, ofSending)

/** Fetches what somebody asked for by a press. */
export const fetchOnce = <S extends z.ZodType>(schema: S, path: string): Promise<Done<z.output<S>>> =>
  pressed(schema, path, {}, ofFetching)

/** Sends something to an address of the academy. */
export const send = async <S extends z.ZodType>(
  method: 'PUT' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body: unknown,
  schema: S,
  headers: Readonly<Record<string, string>> = {},
): Promise<Done<z.output<S>>> => sent(schema, path, posted(method, body, headers))

/** Sends the text of a file. */
export const sendFile = <S extends z.ZodType>(
  path: string,
  text: string,
  type: 'text/csv' | 'application/xml',
  schema: S,
): Promise<Done<z.output<S>>> => sent(schema, path, { method: 'POST', body: text, headers: { 'content-type': type } })
