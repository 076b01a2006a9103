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
  | { readonly outcome: 'accepted'; readonly providerId: string }
  | { readonly outcome: 'refused'; readonly why: string }
  | { readonly outcome: 'busy' }
  | { readonly outcome: 'uncertain' }

export interface Texter {
  /** Receipts bring our reference back; where they do not, a text is found by the provider's own id. */
  readonly echoes: boolean
  /** Hands a text over once. Never throws for the provider's trouble: that is an outcome. */
  send(text: OutgoingText, now: Instant): Promise<Handover>
}
