/** The record of every text: claimed once before it is handed over, moved up by what its provider says. */
import type { SessionAbsence, TextRecord, TextState } from '../domain/absence.ts'
import type { Session } from '../domain/codes.ts'
import type { PupilKey } from '../domain/people.ts'
import type { Instant, LocalDate } from '../domain/time.ts'
import type { Act } from './act.ts'

/** Where a text's record stands: on a pupil's card, or on a task for a page to staff. */
export type TextHome =
  | { readonly on: 'cards'; readonly date: LocalDate; readonly owner: PupilKey; readonly pupils: readonly PupilKey[] }
  | { readonly on: 'task'; readonly taskId: string }

export interface TextMove {
  readonly state: TextState
  readonly at: Instant
  /** Kept; with `lookUp` the text is found again by it. */
  readonly providerId?: string
  readonly lookUp?: boolean
  /** Only a text that nobody has given up: on its way, or taken after this moment. */
  readonly whileAwaited?: Instant
}

export interface TextStore {
  /**
   * Claims a text for handing over, on every card it is about at once. `taken`: its slot is in use already ·
   * `refused`: a card's standing is no longer one of `while`; nothing is claimed, the pupils named should be left out.
   * An empty `while` claims whatever the standing (corrections, ladder, pages).
   */
  claimText(
    academy: string,
    home: TextHome,
    slot: string,
    text: TextRecord,
    standing: { readonly session: Session; readonly while: readonly SessionAbsence['standing'][] },
    act: Act,
  ): Promise<
    | { readonly claim: 'claimed' }
    | { readonly claim: 'taken'; readonly record: TextRecord }
    | { readonly claim: 'refused'; readonly pupils: readonly PupilKey[] }
  >
  /** Moves a text's state up, never down; `kept` also when it is not awaited any more, `nowhere` when there is no such text. */
  moveText(academy: string, home: TextHome, slot: string, to: TextMove, act: Act): Promise<'moved' | 'kept' | 'nowhere'>
  /**
   * Gives back a claim made at that instant, when the provider said "not now" and took nothing, so that the text may be claimed
   * again. `kept`: the record has moved on, or is another claim.
   */
  releaseText(academy: string, home: TextHome, slot: string, at: Instant, act: Act): Promise<'released' | 'kept'>
  /** The text that a provider's message id belongs to. */
  textOfProviderId(providerId: string): Promise<{ academy: string; home: TextHome; slot: string } | undefined>
}
