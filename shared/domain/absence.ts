/**
 * The absence card: one pupil, one day, each session they are missing from, what is known of it, and every text about it.
 * It is also where a text is claimed, so that "reported" and "texted" can never both win.
 */
import type { Code, Session } from './codes.ts'
import type { PupilKey } from './people.ts'
import type { Instant, LocalDate } from './time.ts'

/**
 * `unexplained` nobody has said where the child is · `answered` a clear reply waits for a person to confirm it ·
 * `reported` contact made, a reason is known · `arrived` staff have seen the child · `withdrawn` there was no absence after all
 */
export type Standing = 'unexplained' | 'answered' | 'reported' | 'arrived' | 'withdrawn'

export interface SessionAbsence {
  readonly standing: Standing
  readonly since: Instant
  /** Somebody of the office wants the family texted at once, not at the policy's hour. */
  readonly textNow?: true
}

export type Via = 'phone' | 'text' | 'line' | 'page' | 'in-person'

export interface Reason {
  readonly words?: string
  readonly code?: Code
  readonly by: string
  readonly via: Via
  readonly at: Instant
  /** The last date the reason covers; the card's own date when it named none. */
  readonly until: LocalDate
}

export type TextKind =
  | 'unreported'
  | 'late'
  | 'correction'
  | 'warning'
  | 'ladder'
  | 'reminder'
  | 'acknowledgement'
  | 'reply'
  | 'page'

/**
 * claimed -> accepted -> delivered | failed; `claimed` past its lease is uncertain and only a person or the provider settles it.
 * `refused`: the provider said no before taking it. `stood-down`: claimed, then withdrawn before hand-over.
 */
export type TextState = 'claimed' | 'uncertain' | 'refused' | 'accepted' | 'failed' | 'delivered'

/** A state only ever moves to a higher rank, so late and repeated receipts cannot undo what is known. */
export const TEXT_RANK: Readonly<Record<TextState, number>> = {
  claimed: 0,
  uncertain: 1,
  refused: 2,
  accepted: 3,
  failed: 4,
  delivered: 5,
}

export interface TextRecord {
  readonly state: TextState
  readonly kind: TextKind
  readonly step: string
  readonly session: Session
  readonly contactId: string
  /** When it was claimed. */
  readonly at: Instant
  readonly leaseUntil: Instant
  readonly acceptedAt?: Instant
  readonly providerId?: string
  /** In how many parts it goes: what it costs. */
  readonly parts?: number
  /** A text about brothers and sisters is held by the card of the lowest key; the others point to it. */
  readonly owner?: PupilKey
  /** On the owner: everybody the text is about. */
  readonly pupils?: readonly PupilKey[]
}

/** Where a text's record stands on a card: one per kind, step, session and contact, which is what makes it go once. */
export const textSlot = (text: { kind: TextKind; step: string; session: Session; contactId: string }): string =>
  `${text.kind}|${text.step}|${text.session}|${text.contactId}`

/** Kinds of text in whose place a person is asked to do something when they seem lost. */
const MISSED: readonly TextKind[] = ['unreported', 'correction', 'reply', 'page']

/** Somebody is asked to do something when the text in this slot seems lost: a late text, a warning or thanks ask nobody. */
export const isMissedWhenLost = (slot: string): boolean => MISSED.some((kind) => slot.startsWith(`${kind}|`))

export interface AbsenceCard {
  readonly pupil: PupilKey
  readonly classId: string
  readonly date: LocalDate
  readonly version: number
  readonly vulnerable: boolean
  readonly sessions: Readonly<Partial<Record<Session, SessionAbsence>>>
  readonly reason?: Reason
  readonly texts: Readonly<Record<string, TextRecord>>
}

/** The card follows an absence; one that does not holds nothing but a text to the family. */
export const followsAbsence = (card: Pick<AbsenceCard, 'sessions'>): boolean => Object.keys(card.sessions).length > 0

/** The standing that matters now: the afternoon's once there is one. */
export const standingNow = (card: AbsenceCard): Standing | undefined => (card.sessions.PM ?? card.sessions.AM)?.standing

/** Contact made in the sense of the words of the house: an entitled adult said where the child is, or staff saw the child. */
export const isContactMade = (standing: Standing | undefined): boolean =>
  standing === 'reported' || standing === 'arrived'
