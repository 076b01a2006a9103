/**
 * What a texting provider is held to, in the provider's own documented words. A new one is described once like this and named in `index.ts`;
 * every test of this folder's neighbours then asks it.
 */
import type { HookCall, RunAccounts } from '../../../local/accounts.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import type { Inbox } from '../../../shared/ports/inbox.ts'
import type { Provider, Texter } from '../../../shared/ports/texter.ts'
import type { Answer, Asked } from '../../support/provider-server.ts'
import type { Carrier } from '../texter-contract.ts'
import type { WaysIn } from '../ways-in.ts'

/** A side that the provider does not have, and what stands in its place. */
export interface None {
  readonly none: string
}

export interface OpenedProvider {
  /** Its real adapter, against a server that gives its documented answers. */
  texterWhen(carrier: Carrier): Texter
  /** What the server says from now on. */
  answer(answer: Answer): void
  /** Every request the server had. */
  readonly asked: readonly Asked[]
  close(): Promise<void>
}

export interface LookUp {
  /** Its documented answer where it holds these texts, by the reference each was given. */
  holds(...references: readonly (string | null)[]): Answer
  /** Answers that say nothing of the text. */
  readonly silent: readonly Answer[]
}

export interface Fates {
  /** Its documented answer about a text of which it last said that word; the words are those of its receipts. */
  says(word: string): Answer
  /** The address by which it is asked for the text with that id. */
  asks(id: string): string
  /** An id in the shape of its own. */
  readonly id: string
}

export interface Receipts {
  /** Each documented word about a text, with what it means for it. */
  readonly words: readonly (readonly [word: string, means: 'delivered' | 'failed' | 'on the way'])[]
  say(ways: WaysIn, word: string, text: { readonly id: string; readonly reference: string }): Promise<void>
  /** Whether its receipts bring our own reference back. */
  readonly echoes: boolean
}

export interface FromAParent {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly words: string
}

export interface Received {
  say(ways: WaysIn, text: FromAParent): Promise<void>
}

/** The provider's own list of what it has received, in which a text is found whose call to us failed. */
export interface ReceivedList {
  inboxAt(url: string, number: string): Inbox
  /** Its documented answer when asked so, where it has received these texts, newest first, and gives so many at once. */
  page(asked: Asked, texts: readonly ListedText[], most: number): Answer
}

export interface ListedText extends FromAParent {
  readonly at: Instant
}

export interface Proof {
  /** A receipt, a text and whatever else the provider calls us with, each as it would call. */
  calls(accounts: RunAccounts): readonly HookCall[]
  /** The header that proves a call. */
  readonly header: string
  /** Whether the proof is of the words too, or only of who calls. */
  readonly ofTheWords: boolean
}

export interface ProviderOfContract {
  readonly provider: Provider
  readonly name: string
  /** An id in the shape of its own. */
  idOf(nth: number): string
  open(): Promise<OpenedProvider>
  /** The texter by an account that is had or not; absent where it goes by the role of the function. */
  readonly withAccount?: (account: () => Promise<never>) => Texter
  /** The words in what the server was asked. */
  wordsIn(asked: Asked): string
  /** What a phone shows of words that were handed over, by the provider's own documentation. */
  onThePhone(words: string): string
  readonly lookUp: LookUp | None
  /** Whether it can be asked what became of a text that it took. */
  readonly fates: Fates | None
  readonly receipts: Receipts
  readonly received: Received | None
  readonly list: ReceivedList | None
  readonly proof: Proof | None
}
