import type { TextKind } from '../domain/absence.ts'
import type { PupilKey } from '../domain/people.ts'
import type { Instant } from '../domain/time.ts'

/** A text ready to hand over. */
export interface OutgoingText {
  readonly to: string
  readonly from: string
  readonly senderId: string
  readonly body: string
  /** Where the text's record stands, echoed in receipts where the provider can. Holds no personal data. */
  readonly reference: string
  /** Names this attempt and nothing else, for a provider that can be asked by it. Opaque. */
  readonly key: string
  /** The provider must not deliver after this. */
  readonly usefulUntil: Instant
  /** What the text is about: shown by the phone simulator on one machine, never given to a provider. */
  readonly about?: { readonly academy: string; readonly kind: TextKind; readonly pupils: readonly PupilKey[] }
}

/**
 * What came of handing over.
 * `accepted`: the provider has it · `refused`: it said no and will not send · `busy`: it said not now, nothing was taken ·
 * `uncertain`: nobody knows; never send again without asking.
 */
export type Handover =
  | {
      readonly outcome: 'accepted'
      readonly providerId: string
      /** Its receipts bring our reference back; where they do not, the text is found by the provider's own id. */
      readonly echoed?: true
    }
  | {
      readonly outcome: 'refused'
      readonly why: string
      /** It refused our account and not the recipient: another provider may be asked. A number that said STOP never is. */
      readonly elsewhere?: true
    }
  | { readonly outcome: 'busy' }
  | { readonly outcome: 'uncertain' }

/** `taken`: the provider has the text · `none`: it has none under that key · `unknown`: it gave no answer. */
export type Found =
  | { readonly found: 'taken'; readonly providerId: string }
  | { readonly found: 'none' }
  | { readonly found: 'unknown' }

/** What became of a text that a provider took. `waiting`: it may still say more · `unknown`: it gave no answer. */
export type Fate = 'delivered' | 'failed' | 'waiting' | 'unknown'

export type Provider = 'sns' | 'end-user-messaging' | 'notify' | 'twilio'

/** What the texters of a school are made with. */
export interface TexterSettings {
  /** The configuration set of End User Messaging. */
  readonly configurationSet: string
  /** The secret with the trust's accounts at Notify and Twilio, and which of them this school uses. */
  readonly accountsSecret: string
  readonly account: string
  /** Not live: a provider that can check a text without sending it does that and no more. */
  readonly live: boolean
}

export interface Texter {
  /** Hands a text over once. Never throws for the provider's trouble: that is an outcome. */
  send(text: OutgoingText, now: Instant): Promise<Handover>
  /** Looks for a text handed over under this key; absent where the provider cannot be asked. Never throws. */
  find?(key: string): Promise<Found>
  /** What became of a text that was accepted under this id; absent where the provider says so only by receipts. Never throws. */
  fate?(providerId: string): Promise<Fate>
}
