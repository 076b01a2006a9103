import { leaveSignIn } from './hosted-sign-in.ts'
import { type SignedIn, signOut } from './sign-in-state.ts'

/** Signs out here, and at the sign-in page where there is one. */
export const leave = (who: SignedIn): void => {
  signOut()
  if (who.renewal) leaveSignIn(who.renewal.way)
}
