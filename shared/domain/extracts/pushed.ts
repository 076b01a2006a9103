/** An extract on its way to the recipient's own server. */
import { idOf } from '../ids.ts'
import { addDays, type Instant, type LocalDate } from '../time.ts'
import { extractState, isSuperseded, type Part, type Pushed, type Receipt, type StoredExtract } from './stored.ts'

/** What goes to the server: the differences only where there are some to go with it. */
export const partsToPush = ({ differences }: Pick<StoredExtract, 'differences'>): readonly Part[] =>
  differences === undefined ? ['data', 'manifest'] : ['data', 'manifest', 'differences']

/** Whoever switches pushing on is not sent a year of files. */
const DAYS_OLD = 14

/**
 * Nobody has it and nobody was asked why, nothing stands in its place, and it is neither under way nor was it tried today. What failed is tried again
 * each night until somebody is asked to see why.
 */
export const isToPush = (all: readonly StoredExtract[], extract: StoredExtract, today: LocalDate): boolean =>
  extractState(extract) === 'waiting' &&
  extract.chased === undefined &&
  !isSuperseded(all, extract) &&
  extract.generatedAt.slice(0, 10) >= addDays(today, -DAYS_OLD) &&
  (extract.pushed === undefined || (extract.pushed.state === 'failed' && extract.pushed.on < today))

type Tried = Pick<Pushed, 'connector' | 'journey' | 'on'>

/** The extract with a try that has begun. */
export const underWay = (extract: StoredExtract, tried: Tried): StoredExtract => ({
  ...extract,
  pushed: { ...tried, failedOn: extract.pushed?.failedOn ?? [], state: 'under-way' },
})

/** The extract with a try that failed. */
export const failedToArrive = (extract: StoredExtract, tried: Tried, because: string): StoredExtract => {
  const before = extract.pushed?.failedOn ?? []
  const { connector, journey, on } = tried
  return {
    ...extract,
    pushed: { connector, journey, on, failedOn: [...new Set([...before, on])], state: 'failed', because },
  }
}

/** The extract as it has arrived: each part with a receipt, as if an officer had fetched it. */
export const arrived = (
  extract: StoredExtract,
  pushed: Pushed,
  at: Instant,
  hashes: Readonly<Partial<Record<Part, string>>>,
): StoredExtract => {
  const receipts = partsToPush(extract).map(
    (part): Receipt => ({ part, by: `sftp:${pushed.connector}`, at, sha256: hashes[part] ?? '' }),
  )
  return { ...extract, pushed: { ...pushed, state: 'arrived' }, receipts: [...extract.receipts, ...receipts] }
}

/** The task about what did not arrive at a recipient, one for each night. */
export const failedPushTaskId = (recipient: string, date: LocalDate): string => idOf('push', recipient, date)

/** The dates whose failures are all mended: what failed on them has been handed over since, or something stands in its place. */
export const mendedDates = (all: readonly StoredExtract[]): readonly LocalDate[] => {
  const isOpen = (extract: StoredExtract) => extractState(extract) === 'waiting' && !isSuperseded(all, extract)
  const failedOn = (those: readonly StoredExtract[]) => new Set(those.flatMap(({ pushed }) => pushed?.failedOn ?? []))
  const open = failedOn(all.filter(isOpen))
  return [...failedOn(all)].filter((date) => !open.has(date)).toSorted()
}
