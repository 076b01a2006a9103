/** Something in the marks that is worth a person's look. It proves nothing, and nothing is sent because of it. */
import type { PupilKey } from '../people.ts'

export const PATTERN_KINDS = ['weekday', 'session', 'broken-weeks', 'beside-holidays', 'siblings', 'lateness'] as const
export type PatternKind = (typeof PATTERN_KINDS)[number]

export interface Noticed {
  readonly kind: PatternKind
  readonly pupils: readonly PupilKey[]
  /** The counts behind it, so that everybody can check the sentence. */
  readonly count: number
  readonly of: number
  /** A sentence without a name. */
  readonly says: string
}

/** Most telling first: the greater share, and of equal shares the greater count. */
export const mostTellingFirst = (all: readonly Noticed[]): readonly Noticed[] =>
  all.toSorted((one, other) => other.count * one.of - one.count * other.of || other.count - one.count)
