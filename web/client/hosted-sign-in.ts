/**
 * Signing in at the trust's sign-in page: the person goes there and comes back with a code, which only the page that sent them can turn
 * into tokens (authorization code with PKCE, RFC 7636). What must outlive the way there and back is kept in the tab alone.
 */
import * as z from 'zod'
import type { HostedWay } from './config.ts'
import { BROKEN, type Failure, LOST, SLOW, said, unreached } from './failure.ts'
import { type Person, tokenIn } from './id-token.ts'
import { deviceNow } from './school-clock.ts'
import type { Renewal } from './sign-in-state.ts'

const PLACE = 'firstbell.on-the-way'

const OnTheWay = z.object({
  /** Proves that whoever comes back is who was sent. */
  state: z.string(),
  verifier: z.string(),
  /** The page they wanted. */
  hash: z.string(),
})

const Tokens = z.object({
  id_token: z.string(),
  refresh_token: z.string().optional(),
  /** Seconds. */
  expires_in: z.number(),
})

/** Somebody whom the sign-in page has let in. */
export interface Admitted extends Person {
  readonly token: string
  readonly renewal: Renewal
}

export const REFUSED = said(
  'refused',
  'The sign-in page did not let you in.',
  'Try again with your school account. If it happens again, ask the trust operator whether you have an account.',
)

/** The code that was brought is lost with the connection: nothing tries again by itself. */
const NOT_LET_IN_YET: Readonly<Partial<Record<Failure['kind'], Failure>>> = {
  lost: { ...LOST, remedy: 'You are not signed in yet. Check the Wi-Fi, then press Sign in again.' },
  slow: { ...SLOW, remedy: 'You are not signed in yet. Wait a moment, then press Sign in again.' },
  broken: said('broken', 'The sign-in page has failed.', 'Wait a moment, then press Sign in again.'),
}

/** A page of the history that had been used, another tab's answer, or somebody else's code. */
const NOT_OURS = said(
  'refused',
  'This sign-in was not begun here, or is over already.',
  'Nobody was signed in by it. Press Sign in to begin anew.',
)

/** What the sign-in page says of itself, by RFC 6749, 4.1.2.1: there is nothing wrong with whoever came. */
const ITS_OWN = ['server_error', 'temporarily_unavailable']
/** As long as any request may take. */
const MOST_MS = 20_000

const text64 = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const chance = (): string => text64(crypto.getRandomValues(new Uint8Array(32)))

const here = (): string => `${window.location.origin}${window.location.pathname}`

/**
 * Sends the person to the sign-in page; `beside`: in another tab, so that this one stays as it is. Answers whether they are on the way: a
 * browser may let no other tab be opened.
 */
export const goToSignIn = async ({ at, client }: HostedWay, where: 'here' | 'beside'): Promise<boolean> => {
  const [state, verifier] = [chance(), chance()]
  sessionStorage.setItem(PLACE, JSON.stringify({ state, verifier, hash: window.location.hash }))
  // The other tab begins with a copy of what this one keeps, and is opened while the press is fresh: later some browsers refuse it.
  const there = where === 'here' ? window : window.open('about:blank', '_blank')
  if (there === null) return false
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  const asked = new URLSearchParams({
    response_type: 'code',
    client_id: client,
    redirect_uri: here(),
    scope: 'openid',
    state,
    code_challenge: text64(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  })
  if (there !== window) {
    sessionStorage.removeItem(PLACE)
    there.opener = null
  }
  there.location.assign(`${at}/oauth2/authorize?${asked}`)
  return true
}

const isFailure = (value: object): value is Failure => 'kind' in value

const tokensFor = async ({ at }: HostedWay, asked: Readonly<Record<string, string>>) => {
  const answer = await fetch(`${at}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams(asked),
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(MOST_MS),
  }).catch(unreached)
  if (!(answer instanceof Response)) return answer
  if (answer.status >= 500) return BROKEN
  const parsed = Tokens.safeParse(await answer.json().catch(() => undefined))
  return answer.ok && parsed.success ? parsed.data : REFUSED
}

const admitted = (way: HostedWay, tokens: z.output<typeof Tokens>, before = ''): Admitted | Failure => {
  const person = tokenIn(tokens.id_token)
  if (!person) return REFUSED
  const until = deviceNow() + tokens.expires_in * 1000
  return { token: tokens.id_token, ...person, renewal: { token: tokens.refresh_token ?? before, way, until } }
}

const onTheWay = () => {
  const kept = sessionStorage.getItem(PLACE)
  sessionStorage.removeItem(PLACE)
  try {
    return OnTheWay.safeParse(JSON.parse(kept ?? 'null')).data
  } catch {
    return undefined
  }
}

/** The code works once, and nobody else who sees this window's address or history should find it. */
const forgetBrought = (hash: string): void => history.replaceState(null, '', `${window.location.pathname}${hash}`)

const wasBrought = () => {
  const brought = new URLSearchParams(window.location.search)
  const [code, state, error] = [brought.get('code'), brought.get('state'), brought.get('error')]
  return code === null && error === null ? undefined : { code, state, error }
}

/** Somebody who is signed in and comes by the browser's Back over the sign-in page: what it gave them a second time is not wanted. */
export const leaveAsBrought = (): void => {
  if (!wasBrought()) return
  sessionStorage.removeItem(PLACE)
  forgetBrought(window.location.hash)
}

/** Somebody coming back from the sign-in page: who they are, or why they were not let in; nothing for whoever just opens the console. */
export const comeBack = async (way: HostedWay): Promise<Admitted | Failure | undefined> => {
  const brought = wasBrought()
  if (!brought) return undefined
  const { code, state, error } = brought
  const sent = onTheWay()
  forgetBrought(sent?.hash ?? '')
  if (!sent || sent.state !== state) return NOT_OURS
  if (error !== null && ITS_OWN.includes(error)) return NOT_LET_IN_YET.broken
  if (code === null) return REFUSED
  const asked = { grant_type: 'authorization_code', client_id: way.client, code, redirect_uri: here() }
  const tokens = await tokensFor(way, { ...asked, code_verifier: sent.verifier })
  if (isFailure(tokens)) return NOT_LET_IN_YET[tokens.kind] ?? tokens
  return admitted(way, tokens)
}

/** The next token, without the person's doing anything. */
export const renewed = async ({ token, way }: Renewal): Promise<Admitted | Failure> => {
  const tokens = await tokensFor(way, { grant_type: 'refresh_token', client_id: way.client, refresh_token: token })
  return isFailure(tokens) ? tokens : admitted(way, tokens, token)
}

/** Signs out at the sign-in page too, so that the next person at this device is asked who they are. */
export const leaveSignIn = ({ at, client }: HostedWay): void =>
  window.location.assign(`${at}/logout?${new URLSearchParams({ client_id: client, logout_uri: here() })}`)
