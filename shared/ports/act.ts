import type { Entry } from '../domain/evidence/entry.ts'
import type { PupilKey } from '../domain/people.ts'
import type { Instant } from '../domain/time.ts'

/** Why this version of an item exists. It rides on the item, and the stream carries it to the chronicle. */
export interface Act {
  readonly at: Instant
  /** A staff id, `parent:<contactId>`, or `system`. */
  readonly by: string
  /** What happened, in the timeline's words: `register-saved`, `text-claimed`. */
  readonly kind: string
  readonly pupils?: readonly PupilKey[]
  readonly rule?: string
  readonly clause?: string
  /** Version of the policy that was in force. */
  readonly policy?: string
  /** What was known: small facts, never a whole item. */
  readonly detail?: Readonly<Record<string, unknown>>
  /** The record of another item tells the same: the chronicle has it once. */
  readonly echo?: true
  /** The day must be looked at again because of this. */
  readonly look?: true
  /** With `look`: it makes nothing due, so the day is looked at only where something is open about its pupils. */
  readonly settles?: true
}

/** An entry of the history, as it is kept in the record. */
export interface ChronicleEntry extends Entry {
  /** By which the entry is known in the evidence (docs/evidence.md); none on entries older than that. */
  readonly hash?: string
}
