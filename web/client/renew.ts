/** Keeps the sign-in good: a token that ends soon is replaced before it is used, once however many ask at the same time. */
import { renewed } from './hosted-sign-in.ts'
import { deviceNow } from './school-clock.ts'
import { type SignedIn, signedIn, signIn, signInExpired } from './sign-in-state.ts'

/** Time enough for a request to arrive. */
const BEFORE_END = 60_000

let under: Promise<SignedIn | undefined> | undefined

const replace = async (who: SignedIn): Promise<SignedIn | undefined> => {
  if (!who.renewal) return who
  const heard = await renewed(who.renewal)
  if ('kind' in heard) {
    // Without a connection the old token is as good as ever.
    if (heard.kind !== 'refused') return who
    signInExpired(who)
    return undefined
  }
  const next = { ...who, token: heard.token, renewal: heard.renewal }
  // Somebody else may have signed in at this tab meanwhile, or nobody be signed in any more.
  if (signedIn()?.token === who.token) signIn(next)
  return next
}

/** A new token for somebody whose token was refused or ends soon; nothing once they are signed out. */
export const renew = (who: SignedIn): Promise<SignedIn | undefined> => {
  under ??= replace(who).finally(() => {
    under = undefined
  })
  return under
}

/** Whoever is signed in, with a token that will hold. */
export const fresh = async (): Promise<SignedIn | undefined> => {
  const who = signedIn()
  return who?.renewal && deviceNow() > who.renewal.until - BEFORE_END ? renew(who) : who
}
