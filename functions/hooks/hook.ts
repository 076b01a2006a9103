/** What every call of a provider has in common: what it is given, and how it is answered. */
import type { ProviderAccounts } from '../../shared/adapters/texting/accounts.ts'
import { type HttpAnswer, type HttpRequest, problem } from '../../shared/platform/http.ts'
import type { Queue } from '../../shared/ports/queue.ts'

export interface HookPorts {
  /** Every version of the trust's accounts that still holds. */
  readonly accounts: readonly ProviderAccounts[]
  readonly inbound: Queue
  readonly receipts: Queue
}

export type Hook<Answer = HttpAnswer> = (request: HttpRequest, ports: HookPorts) => Promise<Answer>

/** Taken, and on its queue. */
export const TAKEN: HttpAnswer = { status: 204 }

/** The same answer whatever was wrong with the proof. */
export const UNVERIFIED: HttpAnswer = problem({
  status: 401,
  code: 'unverified',
  title: 'This call is not proved to be from the provider.',
  remedy: 'Put the token or the account of the provider into the accounts secret (docs/texts.md).',
})

export const UNREADABLE: HttpAnswer = problem({
  status: 400,
  code: 'unreadable',
  title: 'This call does not have the documented shape.',
  remedy: 'Compare it with the provider’s documentation; it is not worth repeating.',
})
