/** Who is signed in at this tab. The token is forgotten with the tab. */
import { useSyncExternalStore } from 'react'
import * as z from 'zod'
import { Hosted } from './config.ts'

/** What gets the next token, and when it is wanted. */
const Renewal = z.object({
  token: z.string(),
  way: Hosted,
  /** Milliseconds since 1970, by this device's clock. */
  until: z.number(),
})
export type Renewal = z.output<typeof Renewal>

const Place = z.object({
  academy: z.string(),
  /** What the person is here, for the head of the page. */
  as: z.string(),
})
export type Place = z.output<typeof Place>

const SignedIn = Place.extend({
  token: z.string(),
  /** The staff id. */
  sub: z.string(),
  /** Groups of the Trust or of an authority that the person is in. Somebody with none but these is at no school: `academy` is empty. */
  outside: z.array(z.string()).optional(),
  /** Every school where the person has a role; left out where there is only this. */
  places: z.array(Place).optional(),
  /** Left out where tokens are not renewed. */
  renewal: Renewal.optional(),
})
export type SignedIn = z.output<typeof SignedIn>

export interface SignInState {
  readonly who: SignedIn | undefined
  /** Whoever was signed in here until the API took their token no more: what they had entered still stands on their page. */
  readonly was: SignedIn | undefined
}

const PLACE = 'firstbell.sign-in'

/** The group of the Trust's attendance lead, who may work at every school as its own lead does. */
export const EVERYWHERE = 'trust.attendance'

const remembered = (): SignedIn | undefined => {
  try {
    return SignedIn.safeParse(JSON.parse(sessionStorage.getItem(PLACE) ?? 'null')).data
  } catch {
    return undefined
  }
}

let state: SignInState = { who: remembered(), was: undefined }
const listeners = new Set<() => void>()

const become = (next: SignInState): void => {
  state = next
  if (next.who) sessionStorage.setItem(PLACE, JSON.stringify(next.who))
  else sessionStorage.removeItem(PLACE)
  for (const tell of listeners) tell()
}

export const signedIn = (): SignedIn | undefined => state.who
/** The other tabs of this console: who signs in again in one of them goes on in the one that waits. */
let tabs: BroadcastChannel | undefined
const hear = ({ data }: MessageEvent<unknown>): void => {
  const there = SignedIn.safeParse(data).data
  const { was } = state
  if (was === undefined || there?.sub !== was.sub) return
  const isTheirs =
    there.outside?.includes(EVERYWHERE) ||
    [there, ...(there.places ?? [])].some(({ academy }) => academy === was.academy)
  if (isTheirs) become({ who: { ...there, academy: was.academy, as: was.as }, was: undefined })
}

export const signIn = (who: SignedIn): void => {
  become({ who, was: undefined })
  tabs?.postMessage(who)
}
export const signOut = (): void => become({ who: undefined, was: undefined })
/** Only the token that was refused is forgotten: another may have come meanwhile. */
export const signInExpired = (was: SignedIn): void => {
  if (state.who?.token === was.token) become({ who: undefined, was })
}

const listen = (tell: () => void) => {
  listeners.add(tell)
  if (tabs === undefined) {
    tabs = new BroadcastChannel(PLACE)
    tabs.onmessage = hear
  }
  return () => listeners.delete(tell)
}

export const useSignIn = (): SignInState => useSyncExternalStore(listen, () => state)
