/** One extract as it was made, and what became of it: who collected which bytes, what the recipient answered, whether it was chased. */
import type { Span } from '../counting/window.ts'
import { idOf, shortHash } from '../ids.ts'
import type { PupilKey } from '../people.ts'
import { ok, type Result, refused } from '../result.ts'
import type { Instant, LocalDate } from '../time.ts'
import type { Format } from './bytes.ts'

/** The files of an extract: what is handed over, and the rows as they were, which never are. */
export const PARTS = ['data', 'manifest', 'differences'] as const
export type Part = (typeof PARTS)[number]

export interface Receipt {
  /** A pack is fetched under the reference of a row. */
  readonly part: Part | 'pack'
  readonly reference?: string
  /** Who fetched it, and what the bytes were. */
  readonly by: string
  readonly at: Instant
  readonly sha256: string
}

/** What the recipient made of it: taken as it is, or rows named by their number in the file, from 1 below the header. */
export interface Answer {
  readonly by: string
  readonly at: Instant
  readonly accepted: boolean
  readonly rejected: readonly { readonly row: number; readonly because: string }[]
}

export interface StoredExtract {
  readonly id: string
  /** Counts every save; 0 has never been saved. */
  readonly version: number
  /** The recipient of the policy, and the kind of extract. */
  readonly recipient: string
  readonly extract: string
  readonly schemaVersion: number
  readonly period: Span
  /** 1 is the first made of the period; each later one supersedes the one before. */
  readonly number: number
  readonly format: Format
  readonly rows: number
  /** Of the bytes of the data, in hexadecimal; of the plain ones where they were encrypted. */
  readonly sha256: string
  /** Where it was encrypted: with what, for which key (its name, never the key), and the hash of the bytes that are handed over. */
  readonly encrypted?: Encrypted
  readonly generatedAt: Instant
  /** When it was last found that it still says what is so; never before it was made. */
  readonly lookedAt?: Instant
  readonly supersedes?: string
  readonly differences?: number
  readonly receipts: readonly Receipt[]
  readonly answer?: Answer
  /** The date on which somebody was asked to see why nobody collects it. */
  readonly chased?: LocalDate
  /** Where it is brought to the recipient and not collected: how that stands. */
  readonly pushed?: Pushed
}

export type ExtractState = 'waiting' | 'collected' | 'acknowledged' | 'rejected'

export const extractState = ({ receipts, answer }: Pick<StoredExtract, 'receipts' | 'answer'>): ExtractState => {
  if (answer) return answer.accepted ? 'acknowledged' : 'rejected'
  return receipts.some(({ part }) => part === 'data') ? 'collected' : 'waiting'
}

/** How an extract stands that is brought to its recipient. */
export interface Pushed {
  readonly connector: string
  /** By what the transfer is known there; null where the connector did not take it. */
  readonly journey: string | null
  /** The date of the last try, and those on which one failed. */
  readonly on: LocalDate
  readonly failedOn: readonly LocalDate[]
  readonly state: 'under-way' | 'arrived' | 'failed'
  readonly because?: string
}

export interface Encrypted {
  readonly with: 'age' | 'pgp'
  readonly key: string
  readonly sha256: string
}

type Series = Pick<StoredExtract, 'recipient' | 'extract' | 'period'>

/** Two extracts of one recipient, kind and period. */
export const isSameSeries = (one: Series, other: Series): boolean =>
  one.recipient === other.recipient &&
  one.extract === other.extract &&
  one.period.from === other.period.from &&
  one.period.until === other.period.until

/** Made twice it is one. Begins with the last date of its period, so that ids stand in the order of time. */
export const extractId = ({ recipient, extract, period }: Series, number: number): string =>
  `${period.until.replaceAll('-', '')}-${shortHash(`${recipient} ${extract} ${period.from}`)}-${number}`

/** Where a part of an extract lies: by the hash of its data and the key it is for, so that what was made twice otherwise never mixes. */
export const extractPath = (
  academy: string,
  { id, sha256, encrypted }: Pick<StoredExtract, 'id' | 'sha256'> & { readonly encrypted?: Pick<Encrypted, 'key'> },
  part: Part | 'rows' | 'push',
): string => `extracts/${academy}/${id}/${sha256}${encrypted ? `-${encrypted.key}` : ''}/${part}`

/** A later one of the same period stands in its place. */
export const isSuperseded = (all: readonly StoredExtract[], extract: StoredExtract): boolean =>
  all.some((each) => isSameSeries(each, extract) && each.number > extract.number)

/** The newest of a series that was made. */
export const newestOf = (all: readonly StoredExtract[], series: Series): StoredExtract | undefined =>
  all
    .filter((each) => isSameSeries(each, series))
    .toSorted((one, other) => one.number - other.number)
    .at(-1)

/** What goes with the data, so that whoever takes it in can check it. */
export const manifestOf = (extract: StoredExtract) => ({
  extractId: extract.id,
  extract: extract.extract,
  schemaVersion: extract.schemaVersion,
  period: { from: extract.period.from, until: extract.period.until },
  format: extract.format,
  rows: extract.rows,
  sha256: extract.sha256,
  ...(extract.encrypted === undefined ? {} : { encrypted: extract.encrypted }),
  generatedAt: extract.generatedAt,
  supersedes: extract.supersedes ?? null,
  differences: extract.differences ?? null,
})

export const withReceipt = (extract: StoredExtract, receipt: Receipt): StoredExtract => ({
  ...extract,
  receipts: [...extract.receipts, receipt],
})

/** The extract with what the recipient made of it. Refused before it was collected, twice, and for rows that it does not have. */
export const withAnswer = (extract: StoredExtract, answer: Answer): Result<StoredExtract> => {
  if (extract.answer) return refused('already', 'This extract was answered already.', 'Nothing needs doing.')
  if (extractState(extract) === 'waiting')
    return refused('collect-first', 'This extract has not been collected.', 'Collect its data, then answer.')
  const stray = answer.rejected.find(({ row }) => row < 1 || row > extract.rows)
  if (stray)
    return refused(
      'no-such-row',
      `There is no row ${stray.row}: the extract has ${extract.rows}.`,
      'Count rows from 1, the header left out.',
      'rejected',
    )
  return ok({ ...extract, answer })
}

/** Somebody should have collected it: there are rows in it, nothing stands in its place, and nobody was asked why yet. */
export const isToChase = (all: readonly StoredExtract[], extract: StoredExtract): boolean =>
  extract.rows > 0 && extract.chased === undefined && extractState(extract) === 'waiting' && !isSuperseded(all, extract)

/** A row as it is kept beside the data: whom it is about, and its cells. Never handed over. */
export interface KeptRow {
  readonly pupil: PupilKey
  readonly cells: Readonly<Record<string, string | number | null>>
}

/** The task about what a recipient has not collected, raised on a date. */
export const chaseTaskId = (recipient: string, date: LocalDate): string => idOf('extracts', recipient, date)

/**
 * The dates of the tasks that have nothing to ask any more now that this extract is collected: they spoke of it or of one that it stands in the
 * place of, and of nothing else that still waits.
 */
export const chasesOver = (all: readonly StoredExtract[], collected: StoredExtract): readonly LocalDate[] => {
  const waits = (each: StoredExtract) =>
    each.id !== collected.id && extractState(each) === 'waiting' && !isSuperseded(all, each)
  const asked = all.filter((each) => isSameSeries(each, collected)).flatMap(({ chased }) => chased ?? [])
  return [...new Set(asked)].filter(
    (date) => !all.some((each) => each.recipient === collected.recipient && each.chased === date && waits(each)),
  )
}

/** The task about the rows that its recipient rejected. */
export const rejectedTaskId = (id: string): string => idOf('rejected', id)
