/** What every call of a provider has in common: what it is given, and how it is answered. */
import type { ProviderAccounts } from '../../shared/adapters/texting/accounts.ts'
import type { HttpAnswer, HttpRequest } from '../../shared/platform/http.ts'
import type { Queue } from '../../shared/ports/queue.ts'
import type { Log } from '../../shared/ports/world.ts'

export interface HookPorts {
  /** Every version of the trust's accounts that still holds. */
  readonly accounts: readonly ProviderAccounts[]
  readonly inbound: Queue
  readonly receipts: Queue
  readonly letters: Queue
  /** Where proved calls are kept that cannot be read. */
  readonly unread: Queue
  readonly log: Log
}

export type Hook<Answer = HttpAnswer> = (request: HttpRequest, ports: HookPorts) => Promise<Answer>
