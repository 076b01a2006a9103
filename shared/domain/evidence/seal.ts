/**
 * Seals a day. Whatever arrived by its end and was in no seal before is put in order; each history in it, a pupil's or the academy's own,
 * gets a digest chained to that history's last one; the tree over these digests goes into the academy's seal, chained to yesterday's.
 */
import type { Instant, LocalDate } from '../time.ts'
import { addDays } from '../time.ts'
import { canonicalJson } from './canonical.ts'
import { type About, inOrder, ownerOf, type Sha256 } from './entry.ts'
import { rootOf } from './tree.ts'

export const SEAL_FORM = 'firstbell-seal/1'
const HISTORY_FORM = 'firstbell-history/1'

/** An entry as the seal sees it: its hash, and nothing of what it says. */
export interface ArrivedLine {
  readonly about: About
  readonly id: string
  readonly at: Instant
  readonly hash: string
}

export interface SealedLine {
  readonly id: string
  readonly at: Instant
  readonly hash: string
  /** It happened before the day of this seal and came only now. */
  readonly late?: true
  /** Which of the arrived files it lies in: its place in the seal's list. */
  readonly in: number
}

/** One history's part of a seal. */
export interface SealedHistory {
  /** Counts the days on which this history was sealed, from 1. */
  readonly number: number
  readonly previous: string | null
  readonly lines: readonly SealedLine[]
  readonly digest: string
}

/** Where a history stands: its last number and digest. */
export interface Head {
  readonly number: number
  readonly digest: string
}

/** What the hash of a seal is over. */
export interface SealHead {
  readonly form: typeof SEAL_FORM
  readonly academy: string
  /** The day that is sealed, by UTC. Every date has one seal, school or not. */
  readonly date: LocalDate
  /** Counts the academy's seals, from 1. */
  readonly number: number
  readonly previous: string | null
  readonly sealedAt: Instant
  readonly histories: number
  readonly entries: number
  readonly root: string
  /** The top of the tree over the newest digest of every history. Seals that were made before there was one have none. */
  readonly standing?: string
  /** Register versions that are known to be missing, sealed without by a person's decision, with the reason. */
  readonly without?: { readonly because: string; readonly by: string; readonly registers: readonly string[] }
}

export interface Seal extends SealHead {
  /** The arrived files that this seal covers. */
  readonly covers: readonly string[]
  readonly sealed: Readonly<Record<string, SealedHistory>>
  /** Where every history stands after this seal. */
  readonly heads: Readonly<Record<string, Head>>
  readonly hash: string
}

/** The digest of one history's day, over the hashes of its entries in order. */
export const historyDigest = (
  about: { readonly academy: string; readonly history: string; readonly date: LocalDate },
  {
    number,
    previous,
    lines,
  }: Pick<SealedHistory, 'number' | 'previous'> & {
    readonly lines: readonly Pick<SealedLine, 'hash'>[]
  },
  sha256: Sha256,
): string =>
  sha256(canonicalJson({ form: HISTORY_FORM, ...about, number, previous, entries: lines.map(({ hash }) => hash) }))

export const sealHead = (seal: Seal): SealHead => {
  const { covers: _covers, sealed: _sealed, heads: _heads, hash: _hash, ...head } = seal
  return head
}

export const sealHash = (head: SealHead, sha256: Sha256): string => sha256(canonicalJson(head))

/**
 * The digests of histories in the order of their names: of a seal's parts the leaves of its tree, of its heads those of the tree that says where
 * every history stands.
 */
export const leavesOf = (
  of: Readonly<Record<string, Pick<Head, 'digest'>>>,
): readonly { readonly history: string; readonly digest: string }[] =>
  Object.entries(of)
    .map(([history, { digest }]) => ({ history, digest }))
    .toSorted((one, other) => (one.history < other.history ? -1 : 1))

export interface ArrivedFile {
  readonly name: string
  readonly lines: readonly ArrivedLine[]
}

const nameOf = (history: string, { id, hash }: Pick<ArrivedLine, 'id' | 'hash'>): string => `${history} ${id} ${hash}`

/** Entries that are in the last seal already: the stream may have told them again around midnight. */
const sealedBefore = (previous: Seal | undefined): ReadonlySet<string> =>
  new Set(
    Object.entries(previous?.sealed ?? {}).flatMap(([history, { lines }]) =>
      lines.map((line) => nameOf(history, line)),
    ),
  )

/** The lines of each history, each once, in order. */
const byHistory = (
  files: readonly ArrivedFile[],
  date: LocalDate,
  seen: ReadonlySet<string>,
): ReadonlyMap<string, readonly SealedLine[]> => {
  const known = new Set(seen)
  const histories = new Map<string, SealedLine[]>()
  for (const [index, { lines }] of files.entries()) {
    for (const { about, id, at, hash } of lines) {
      const history = ownerOf(about)
      const name = nameOf(history, { id, hash })
      if (known.has(name)) continue
      known.add(name)
      const late = at.slice(0, 10) < date ? { late: true as const } : {}
      histories.set(history, [...(histories.get(history) ?? []), { id, at, hash, ...late, in: index }])
    }
  }
  return new Map([...histories].map(([history, lines]) => [history, lines.toSorted(inOrder)]))
}

/** Seals the day after the last seal, or the first one. The same files give the same seal at whatever time it is made but `sealedAt`. */
export const sealDay = (
  day: {
    readonly academy: string
    readonly date: LocalDate
    readonly sealedAt: Instant
    readonly previous: Seal | undefined
    readonly files: readonly ArrivedFile[]
    readonly without?: NonNullable<SealHead['without']>
  },
  sha256: Sha256,
): Seal => {
  const { academy, date, sealedAt, previous } = day
  if (previous && addDays(previous.date, 1) !== date)
    throw new RangeError(`The day after the seal of ${previous.date} comes next, not ${date}`)
  const files = day.files.toSorted((one, other) => (one.name < other.name ? -1 : 1))
  const sealed: Record<string, SealedHistory> = {}
  const heads: Record<string, Head> = { ...previous?.heads }
  for (const [history, lines] of byHistory(files, date, sealedBefore(previous))) {
    const last = heads[history]
    const part = { number: (last?.number ?? 0) + 1, previous: last?.digest ?? null, lines }
    const digest = historyDigest({ academy, history, date }, part, sha256)
    sealed[history] = { ...part, digest }
    heads[history] = { number: part.number, digest }
  }
  const top = (of: Readonly<Record<string, Head | SealedHistory>>): string =>
    rootOf(
      leavesOf(of).map(({ digest }) => digest),
      sha256,
    )
  const head: SealHead = {
    form: SEAL_FORM,
    academy,
    date,
    number: (previous?.number ?? 0) + 1,
    previous: previous?.hash ?? null,
    sealedAt,
    histories: Object.keys(sealed).length,
    entries: Object.values(sealed).reduce((sum, { lines }) => sum + lines.length, 0),
    root: top(sealed),
    standing: top(heads),
    ...(day.without === undefined ? {} : { without: day.without }),
  }
  return { ...head, covers: files.map(({ name }) => name), sealed, heads, hash: sealHash(head, sha256) }
}
