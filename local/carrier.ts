/**
 * The phone network on one machine. It keeps every text handed over, and says what became of it, and what parents answer, through the
 * same topics, queues and log groups by which a provider says it.
 */

import type { Listing } from '../shared/domain/received-lists.ts'
import type { Instant } from '../shared/domain/time.ts'
import type { Inbox, ReceivedText } from '../shared/ports/inbox.ts'
import type { Fate, Found, OutgoingText, Provider, Texter } from '../shared/ports/texter.ts'
import type { FaultBoard } from './faults.ts'

export type ReceiptState = 'delivered' | 'failed'

export interface CarriedText {
  readonly id: string
  readonly provider: Provider
  readonly at: Instant
  readonly text: OutgoingText
  readonly state: 'accepted' | 'uncertain' | ReceiptState
}

export interface InboundText {
  readonly from: string
  readonly to: string
  readonly body: string
}

/** How a provider says what became of a text, and what a parent answered. */
export interface ProviderWord {
  /** The id the provider gives its text number `count`. */
  id(count: number): string
  receipt(text: CarriedText, state: ReceiptState, at: Instant): void
  /** The id it gives the text number `count` that it received. */
  inboundId(count: number): string
  /** `previous` is our latest text to that number. */
  reply(text: InboundText, id: string, previous: CarriedText | undefined): void
}

export interface Carrier {
  texter(provider: Provider): Texter
  texts(): readonly CarriedText[]
  /** Says what became of a text; `undefined` when there is no such text. */
  receipt(id: string, state: ReceiptState, at: Instant): CarriedText | undefined
  /** A text from a parent. It names our latest text to that number, as End User Messaging does. */
  reply(text: InboundText): void
  /** What a provider lists as received. */
  inbox(provider: Listing): Inbox
  /** Called for each text accepted. */
  onAccepted(listener: (text: CarriedText) => void): void
}

/** Providers whose receipts bring our reference back. */
const ECHOING: readonly Provider[] = ['end-user-messaging', 'twilio']
/** Providers that say what became of a text when asked. */
const ASKED_AFTER: readonly Provider[] = ['notify', 'twilio']

export const phoneNetwork = (
  faults: FaultBoard,
  tells: Readonly<Record<Provider, ProviderWord>>,
  now: () => Instant,
): Carrier => {
  const texts: CarriedText[] = []
  const listeners: ((text: CarriedText) => void)[] = []
  const received: (ReceivedText & { readonly provider: Provider })[] = []
  let inbound = 0

  const take = (provider: Provider, text: OutgoingText, at: Instant, state: CarriedText['state']): CarriedText => {
    const carried = { id: tells[provider].id(texts.length + 1), provider, at, text, state }
    texts.push(carried)
    return carried
  }

  const troubleOf = (provider: Provider) => {
    const { providers, provider: all } = faults.now()
    return providers[provider] ?? all
  }

  const findByKey = async (provider: Provider, key: string): Promise<Found> => {
    if (troubleOf(provider) === 'down') return { found: 'unknown' }
    const carried = texts.find((each) => each.provider === provider && each.text.key === key)
    return carried ? { found: 'taken', providerId: carried.id } : { found: 'none' }
  }

  const fateOf = async (provider: Provider, id: string): Promise<Fate> => {
    if (troubleOf(provider) === 'down') return 'unknown'
    const state = texts.find((each) => each.provider === provider && each.id === id)?.state ?? 'unknown'
    return state === 'accepted' || state === 'uncertain' ? 'waiting' : state
  }

  return {
    texter: (provider) => ({
      async send(text, now) {
        const trouble = troubleOf(provider)
        if (trouble === 'down' || trouble === '429') return { outcome: 'busy' }
        if (trouble === 'refuses') return { outcome: 'refused', why: 'the network refuses the number' }
        if (trouble === 'shut') return { outcome: 'refused', why: 'the network refuses the account', elsewhere: true }
        if (trouble === 'broken') return { outcome: 'uncertain' }
        if (trouble === 'slow') {
          // The network took it and its answer came after the caller had given up: that is what uncertain means.
          take(provider, text, now, 'uncertain')
          return { outcome: 'uncertain' }
        }
        const carried = take(provider, text, now, 'accepted')
        for (const listener of listeners) listener(carried)
        const echoed = ECHOING.includes(provider) ? { echoed: true as const } : {}
        return { outcome: 'accepted', providerId: carried.id, ...echoed }
      },
      ...(provider === 'notify' ? { find: (key: string) => findByKey(provider, key) } : {}),
      ...(ASKED_AFTER.includes(provider) ? { fate: (id: string) => fateOf(provider, id) } : {}),
    }),
    texts: () => texts,
    receipt(id, state, at) {
      const place = texts.findIndex((text) => text.id === id)
      const found = texts[place]
      if (!found) return undefined
      const moved = { ...found, state }
      texts[place] = moved
      tells[found.provider].receipt(found, state, at)
      return moved
    },
    reply({ from, to, body }) {
      const previous = texts.findLast(({ text }) => text.to === from && text.from === to)
      const provider = previous?.provider ?? 'end-user-messaging'
      const id = tells[provider].inboundId(++inbound)
      received.push({ provider, id, from, to, words: body, at: now() })
      tells[provider].reply({ from, to, body }, id, previous)
    },
    inbox: (provider) => ({
      async receivedSince(since) {
        if (troubleOf(provider) === 'down') throw new Error('The network cannot be reached')
        return received.filter((text) => text.provider === provider && text.at >= since)
      },
    }),
    onAccepted: (listener) => {
      listeners.push(listener)
    },
  }
}
