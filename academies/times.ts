import { groupOfRecipient } from '../shared/domain/extracts/may-collect.ts'
import { listsOf } from '../shared/domain/received-lists.ts'
import type { Policy, Sweep } from './policy.ts'
import type { SignIn } from './sign-in.ts'

/** What the stacks need to know of an academy: a part of its merged policy. */
export interface AcademyTimes {
  readonly academy: string
  readonly zone: string
  readonly sweeps: Readonly<Record<Sweep, string>>
  /** When the day that is over is counted. */
  readonly nightly: string
  readonly console: string
  /** The same for every academy of the trust. */
  readonly signIn: SignIn
  /** Its absence line is answered by Amazon Connect. */
  readonly byConnect: boolean
  /** It texts, first or second, by a provider whose list of received texts is looked at. */
  readonly looksForTexts: boolean
  /** Sign-in groups of officers who collect its extracts. */
  readonly officers: readonly string[]
  /** Families are texted in earnest. */
  readonly isLive: boolean
}

/** What of a policy becomes part of the stacks. */
export const timesOf = (policy: Policy): AcademyTimes => ({
  academy: policy.academy,
  zone: policy.zone,
  sweeps: policy.sweeps,
  nightly: policy.nightly.at,
  console: new URL(policy.console).origin,
  signIn: policy.signIn,
  isLive: policy.live,
  officers: policy.extracts.recipients.flatMap((recipient) => groupOfRecipient(recipient, policy) ?? []),
  looksForTexts: listsOf(policy.texts).length > 0,
  byConnect: policy.line.provider === 'connect',
})
