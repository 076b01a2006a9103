/**
 * What Firstbell needs from the world, in the school's words. On AWS and on one machine the same handlers are made from it.
 */

import type { Listing } from '../domain/received-lists.ts'
import type { Bus } from './bus.ts'
import type { Courier } from './courier.ts'
import type { Files } from './files.ts'
import type { Inbox, InboxSettings } from './inbox.ts'
import type { LetterPost, PostSettings } from './letters.ts'
import type { Queue } from './queue.ts'
import type { Secrets } from './secrets.ts'
import type { Stores } from './stores.ts'
import type { Provider, Texter, TexterSettings } from './texter.ts'
import type { SweepTimers, Timers } from './timers.ts'

export interface Clock {
  now(): string
}

export interface Ids {
  /** A new id that fits the API: 22 letters and digits, never guessable. */
  fresh(): string
}

/** The log takes a code from the catalogue and that code's fields. There is no way to hand it free text or a whole object. */
export interface Log {
  write(code: string, fields?: Readonly<Record<string, string | number | boolean>>): void
}

export interface World {
  /** The function's own environment, unparsed. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  stores(table: string): Stores
  queue(url: string): Queue
  texter(provider: Provider, settings: TexterSettings): Texter
  /** What a provider has received for an academy. */
  inbox(provider: Listing, settings: InboxSettings): Inbox
  post(settings: PostSettings): LetterPost
  timers(settings: { readonly targetArn: string; readonly roleArn: string }): Timers
  sweepTimers(settings: {
    readonly targetArn: string
    readonly roleArn: string
    readonly failuresArn: string
  }): SweepTimers
  bus(name: string): Bus
  courier(): Courier
  files(bucket: string): Files
  readonly secrets: Secrets
}
