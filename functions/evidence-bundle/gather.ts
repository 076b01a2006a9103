/** Gathers what the evidence has of one pupil: the seals, the entries they speak of, and the entries that no seal speaks of yet. */
import {
  type Disclosed,
  isOfPeriod,
  type Link,
  linkOf,
  type Unsealed,
  type Withheld,
} from '../../shared/domain/evidence/chain.ts'
import { type Entry, hashedText, type Sha256 } from '../../shared/domain/evidence/entry.ts'
import type { SealedLine } from '../../shared/domain/evidence/seal.ts'
import type { PupilKey } from '../../shared/domain/people.ts'
import type { LocalDate } from '../../shared/domain/time.ts'
import type { Enclosed, Envelopes, EvidenceShelf } from '../../shared/ports/evidence.ts'
import type { ChronicleEntry, Stores } from '../../shared/ports/stores.ts'

export interface Period {
  readonly academy: string
  readonly pupil: PupilKey
  readonly from: LocalDate
  readonly until: LocalDate
}

export interface Gathered {
  readonly links: readonly Link[]
  /** In the order of the seals. */
  readonly disclosed: readonly Disclosed[]
  readonly withheld: readonly Withheld[]
  readonly unsealed: readonly Unsealed[]
  /** Entries that the record has otherwise than they were sealed: somebody reached it past Firstbell. */
  readonly differing: readonly Entry[]
  /** The date on which the pupil's key was lawfully destroyed. */
  readonly erased?: LocalDate
}

export interface GatherPorts {
  readonly stores: Pick<Stores, 'chronicleOf'>
  readonly shelf: EvidenceShelf
  readonly envelopes: Envelopes
  readonly sha256: Sha256
}

const AT_ONCE = 20

const inPortions = async <T, R>(all: readonly T[], each: (item: T) => Promise<R>): Promise<readonly R[]> => {
  const done: R[] = []
  for (let from = 0; from < all.length; from += AT_ONCE)
    done.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(each))))
  return done
}

interface Placed {
  readonly line: SealedLine
  readonly sealed: LocalDate
  readonly file: string
}

/** The seals from the first day asked for to the newest, each with the pupil's lines and where they lie. */
const readSeals = async ({ academy, pupil, from }: Period, { shelf, sha256 }: GatherPorts) => {
  const dates = (await shelf.sealedDates(academy)).filter((date) => date >= from)
  return inPortions(dates, async (date) => {
    const seal = await shelf.seal(academy, date)
    if (!seal) throw new Error('A seal is missing')
    const lines: readonly Placed[] = (seal.sealed[pupil]?.lines ?? []).map((line) => {
      const file = seal.covers[line.in]
      if (file === undefined) throw new Error('A seal does not say where an entry lies')
      return { line, sealed: date, file }
    })
    return { link: linkOf(seal, pupil, sha256), lines }
  })
}

/** The enclosed entries behind the lines, by hash; each file is read once. */
const readFiles = async (academy: string, lines: readonly Placed[], { shelf }: GatherPorts) => {
  const files = [...new Set(lines.map(({ file }) => file))]
  const wanted = new Set(lines.map(({ line }) => line.hash))
  const found = await inPortions(files, async (file) =>
    (await shelf.arrived(academy, file)).filter(({ hash }) => wanted.has(hash)),
  )
  return new Map<string, Enclosed>(found.flat().map((enclosed) => [enclosed.hash, enclosed]))
}

const disclose = async (
  { line, sealed }: Placed,
  enclosed: Enclosed | undefined,
  period: Period,
  { envelopes }: GatherPorts,
): Promise<Disclosed | Withheld> => {
  const { hash, late } = line
  if (!enclosed) throw new Error('An entry of a seal is missing in the file that it names')
  const opened = await envelopes.open(enclosed)
  if (!opened) return { hash, why: 'key-destroyed' }
  return isOfPeriod(opened.entry, sealed, period)
    ? { hash, ...opened, ...(late && { late }) }
    : { hash, why: 'outside-the-period' }
}

/** What the record has otherwise than it was sealed: recomputed with the salt of the sealed entry. */
const differs = (own: ChronicleEntry, sealed: Disclosed, sha256: Sha256): boolean => {
  const { hash: _hash, ...entry } = own
  return sha256(hashedText(entry, sealed.salt)) !== sealed.hash
}

export const gather = async (period: Period, ports: GatherPorts): Promise<Gathered> => {
  const { academy, pupil, from, until } = period
  const seals = await readSeals(period, ports)
  const lines = seals.flatMap((seal) => seal.lines)
  const enclosed = await readFiles(academy, lines, ports)
  const shown = await inPortions(lines, (placed) => disclose(placed, enclosed.get(placed.line.hash), period, ports))
  const disclosed = shown.filter((each): each is Disclosed => 'entry' in each)
  const sealedById = new Map(disclosed.map((each) => [each.entry.id, each]))
  const hashes = new Set(lines.map(({ line }) => line.hash))
  const own = (await ports.stores.chronicleOf(academy, { pupil }, from)).filter(({ at }) => at.slice(0, 10) <= until)
  const erased = await ports.shelf.erased(academy, pupil)
  return {
    ...(erased && { erased: erased.on }),
    links: seals.map(({ link }) => link),
    disclosed,
    withheld: shown.filter((each): each is Withheld => 'why' in each),
    unsealed: own
      .filter(({ hash, id }) => (hash === undefined || !hashes.has(hash)) && !sealedById.has(id))
      .map(({ hash, ...entry }) => ({ why: hash === undefined ? 'before-sealing' : 'not-sealed-yet', entry })),
    differing: own.filter((entry) => {
      const sealed = sealedById.get(entry.id)
      return sealed !== undefined && differs(entry, sealed, ports.sha256)
    }),
  }
}
