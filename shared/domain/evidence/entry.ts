/** An entry of the evidence, and the hash by which it is known for ever. */
import type { PupilKey } from '../people.ts'
import type { Instant, LocalDate } from '../time.ts'
import { canonicalJson } from './canonical.ts'

/** SHA-256 of a text's UTF-8 bytes, in 64 hexadecimal digits. Passed in: the domain computes no cryptography of its own. */
export type Sha256 = (text: string) => string

/** Whose history an entry is in: a pupil's own, or the academy's day. */
export type About = { readonly pupil: PupilKey } | { readonly date: LocalDate }

/** What happened: who, when, what, why, and what was known. */
export interface Entry {
  /** Deterministic: the thing that changed and its version. */
  readonly id: string
  readonly academy: string
  readonly about: About
  readonly at: Instant
  readonly by: string
  readonly kind: string
  readonly pupils?: readonly PupilKey[]
  readonly rule?: string
  readonly clause?: string
  readonly policy?: string
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Whose key an entry is kept under: a pupil's, or the academy's. A pupil's key has at most six characters, so no pupil is called this. */
export const ACADEMY_OWNER = 'academy'
export const ownerOf = (about: About): string => ('pupil' in about ? about.pupil : ACADEMY_OWNER)

/**
 * What is hashed: the entry beside its salt, in the canonical spelling. The salt is secret as long as the pupil's key is: without it a hash
 * tells nothing, not even to somebody who guesses the entry.
 */
export const hashedText = (entry: Entry, salt: string): string => canonicalJson({ entry, salt })

/** In order of time, then of id: the order in which a day is sealed. */
export const inOrder = (one: Pick<Entry, 'at' | 'id'>, other: Pick<Entry, 'at' | 'id'>): number => {
  const [first, second] = [`${one.at} ${one.id}`, `${other.at} ${other.id}`]
  return first === second ? 0 : first < second ? -1 : 1
}
