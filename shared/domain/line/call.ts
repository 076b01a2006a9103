/**
 * A call to the absence line: what is known when it is answered, what has been learned so far, and what is said next. Everything here
 * is plain data, so that any telephone network can carry it and any state of a call can be kept.
 */
import type { Policy } from '../../../academies/policy.ts'
import type { Calendar } from '../calendar.ts'
import type { Code } from '../codes.ts'
import type { PupilKey } from '../people.ts'
import type { LocalDate } from '../time.ts'

/** A child of whom the calling number may hear. */
export interface LineChild {
  readonly key: PupilKey
  /** The name a parent calls the child by. */
  readonly name: string
  readonly dateOfBirth: LocalDate
}

/** What the dialogue may know. It is told no name but of children whom the calling number may hear of, so it can speak no other. */
export interface LineFacts {
  readonly policy: Pick<Policy, 'line' | 'replies' | 'translations' | 'name' | 'phone'>
  readonly calendar: Calendar
  /** The first day a report would speak of: today, or the next school day once today is over. */
  readonly from: LocalDate
  readonly today: LocalDate
  /** None for a stranger, a withheld number, a barred number, and whoever may only be asked to ring. */
  readonly children: readonly LineChild[]
}

/**
 * Where the caller is in the conversation. `told`: the reason is told in a message · `message`: a message is left instead of or after
 * a report · `transfer`: being put through · `over`: nothing more is asked.
 */
export type Place = 'child' | 'birth-date' | 'reason' | 'told' | 'days' | 'read-back' | 'message' | 'transfer' | 'over'

/** What the telephone network brought back. `silence` is also a key pressed too late. */
export type Input =
  | { readonly kind: 'keys'; readonly keys: string }
  | { readonly kind: 'speech'; readonly words: string }
  | { readonly kind: 'silence' }
  | { readonly kind: 'recording'; readonly recording: string }
  | { readonly kind: 'transfer'; readonly answered: boolean }
  | { readonly kind: 'hang-up' }

/** What a call has told so far. It only grows: an answer given again replaces the one before, nothing is ever taken out. */
export interface Learned {
  readonly pupils: readonly PupilKey[]
  readonly birthDate?: LocalDate
  /** The reason in words: that of the menu, or as spoken. */
  readonly reason?: string
  readonly code?: Code
  /** The last day away; absent when the caller does not know. */
  readonly until?: LocalDate
  /** The caller was asked how long, and answered. */
  readonly askedDays: boolean
  /** The caller heard it read back and said that it is right. */
  readonly confirmed: boolean
  /** The caller asked to be put through, or was. */
  readonly office?: 'asked' | 'reached'
  /** Everything spoken, as the network understood it. */
  readonly said: readonly string[]
  /** The provider's ids of what was recorded. */
  readonly recordings: readonly string[]
}

export interface CallState {
  readonly place: Place
  /** Answers in a row that were none. */
  readonly tries: number
  /** How often the caller began again. */
  readonly rounds: number
  /** Inputs taken so far. */
  readonly step: number
  readonly learned: Learned
}

/** A sentence of the line, by name; what it fills in is looked up when it is spoken, so that no state holds a name. */
export type Phrase =
  | 'greeting'
  | 'closed'
  | 'again'
  | 'one-child'
  | 'which-child'
  | 'birth-date'
  | 'stranger'
  | 'reasons'
  | 'tell'
  | 'days'
  | 'read-back'
  | 'leave-message'
  | 'not-followed'
  | 'office-busy'
  | 'putting-through'
  | 'thanks'
  | 'thanks-report'

/** What happens next on the telephone. `key` takes one key or speech, `date` eight keys, `record` a message of at most two minutes. */
export interface Move {
  readonly do: 'key' | 'date' | 'record' | 'transfer' | 'hang-up'
  readonly say: readonly Phrase[]
}

export interface Turn {
  readonly state: CallState
  readonly move: Move
}

export const NOTHING_LEARNED: Learned = {
  pupils: [],
  askedDays: false,
  confirmed: false,
  said: [],
  recordings: [],
}

/** True when there is something that the office must hear. */
export const hasLearned = (learned: Learned): boolean =>
  learned.pupils.length > 0 ||
  learned.birthDate !== undefined ||
  learned.reason !== undefined ||
  learned.office !== undefined ||
  learned.said.length > 0 ||
  learned.recordings.length > 0
