/** What a stranger needs to check one history against the academy's seals, and nothing of any other child. */
import type { LocalDate } from '../time.ts'
import type { Entry, Sha256 } from './entry.ts'
import { leavesOf, type Seal, type SealedHistory, type SealHead, sealHead } from './seal.ts'
import { type Way, wayFrom } from './tree.ts'

export const CHAIN_FORM = 'firstbell-chain/1'
export const ENTRIES_FORM = 'firstbell-entries/1'

/** One seal, with this history's part of its day and the way from there to the seal's root. */
export interface Link extends SealHead {
  readonly hash: string
  readonly mine?: Pick<SealedHistory, 'number' | 'previous' | 'digest'> & {
    readonly entries: readonly string[]
    readonly way: Way
  }
  /** Of a day without a part of it: where this history stands, and the way from there to the seal's `standing`. */
  readonly stands?: { readonly digest: string; readonly way: Way }
}

/** An entry with what is needed to compute its hash. */
export interface Disclosed {
  readonly hash: string
  readonly salt: string
  readonly entry: Entry
  /** It came after the day on which it happened had been sealed. */
  readonly late?: true
}

/** An entry of which only the hash is shown: it is of no day that was asked for, or its pupil's key has been destroyed. */
export interface Withheld {
  readonly hash: string
  readonly why: 'outside-the-period' | 'key-destroyed'
}

/** An entry that no seal speaks of: older than the evidence, or of a day that is not sealed yet. */
export interface Unsealed {
  readonly why: 'before-sealing' | 'not-sealed-yet'
  readonly entry: Entry
}

/** A history's digest among others, and the way from it to the top of their tree. */
const proven = (of: Parameters<typeof leavesOf>[0], history: string, sha256: Sha256) => {
  const leaves = leavesOf(of)
  const place = leaves.findIndex((leaf) => leaf.history === history)
  const digests = leaves.map(({ digest }) => digest)
  const digest = digests[place]
  return digest === undefined ? undefined : { digest, way: wayFrom(digests, place, sha256) }
}

/** The link of a seal for one history. */
export const linkOf = (seal: Seal, history: string, sha256: Sha256): Link => {
  const head = { ...sealHead(seal), hash: seal.hash }
  const mine = seal.sealed[history]
  const part = proven(seal.sealed, history, sha256)
  if (mine && part) {
    const { number, previous, lines } = mine
    return { ...head, mine: { number, previous, ...part, entries: lines.map(({ hash }) => hash) } }
  }
  const stands = seal.standing === undefined ? undefined : proven(seal.heads, history, sha256)
  return stands ? { ...head, stands } : head
}

/** The date of a register that an entry speaks of, where it speaks of one. */
const registerDate = ({ detail }: Entry): LocalDate | undefined =>
  typeof detail?.date === 'string' ? detail.date : undefined

/**
 * An entry is of a period when it happened in it, or is about a register of a date in it: a mark amended in July is part of March. Whatever a
 * day in the period was sealed with is shown too, so that nothing can be left out of it unseen.
 */
export const isOfPeriod = (
  entry: Entry,
  sealed: LocalDate,
  { from, until }: { readonly from: LocalDate; readonly until: LocalDate },
): boolean => {
  const within = (date: LocalDate): boolean => from <= date && date <= until
  return within(sealed) || within(entry.at.slice(0, 10)) || within(registerDate(entry) ?? '')
}
