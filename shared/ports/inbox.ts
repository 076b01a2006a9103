import type { Instant } from '../domain/time.ts'

/** A text that a provider has received for us, as it lists it. */
export interface ReceivedText {
  /** The provider's own id of it, the same by which it calls us. */
  readonly id: string
  readonly from: string
  readonly to: string
  readonly words: string
  /** When the provider received it. */
  readonly at: Instant
}

export interface InboxSettings {
  /** The secret with the trust's accounts, and which of them this school uses. */
  readonly accountsSecret: string
  readonly account: string
  /** The school's own number, for a provider that can be asked for what came to one number; another lists that of others too. */
  readonly number: string
}

/** What a provider has received, for as long as it keeps it. */
export interface Inbox {
  /** Every text received at or after that moment, in any order. Throws when the provider does not give a whole answer. */
  receivedSince(since: Instant): Promise<readonly ReceivedText[]>
}
