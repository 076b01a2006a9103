/** Makes one extract from its facts, unless the last one of its period says the same to the same key. */
import type { Policy } from '../../academies/policy.ts'
import { bytesHash } from '../../shared/adapters/evidence/sha256.ts'
import { extractText } from '../../shared/domain/extracts/bytes.ts'
import { type Difference, differencesBetween } from '../../shared/domain/extracts/differences.ts'
import { type ExtractFacts, type Row, rowsInOrder } from '../../shared/domain/extracts/extract.ts'
import { keyName } from '../../shared/domain/extracts/keys/key-fault.ts'
import type { LateChange } from '../../shared/domain/extracts/late-change.ts'
import { extractId, newestOf, type StoredExtract } from '../../shared/domain/extracts/stored.ts'
import type { Wanted } from '../../shared/domain/extracts/wanted.ts'
import type { Instant, LocalDate } from '../../shared/domain/time.ts'
import { keptRows } from '../../shared/extracts/kept-rows.ts'
import type { Encrypt } from '../../shared/ports/encryption.ts'
import type { Files } from '../../shared/ports/files.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import { askForKey } from './ask-for-key.ts'
import { CLAUSE } from './ask-office.ts'
import { bytesOf, putParts } from './put-parts.ts'

export interface OnePorts {
  readonly stores: Pick<Stores, 'putExtract' | 'saveExtract' | 'raiseTask' | 'task'>
  readonly files: Files
  readonly encrypt: Encrypt
  readonly now: () => Instant
}

export interface Night {
  readonly policy: Policy
  readonly policyVersion: string
  readonly date: LocalDate
  readonly made: readonly StoredExtract[]
  /** What was changed long after its date. */
  readonly changes: readonly LateChange[]
}

const GROUND = { rule: 'extracts', clause: CLAUSE }

/** The rows of the extract that this one takes the place of, and what is otherwise now. */
const differencesSince = async (
  academy: string,
  was: StoredExtract | undefined,
  { kind }: Wanted,
  rows: readonly Row[],
  files: Files,
): Promise<readonly Difference[] | undefined> =>
  was && differencesBetween(kind, await keptRows(files, academy, was), rows)

type Same = Pick<StoredExtract, 'sha256' | 'format' | 'schemaVersion'> & { readonly key: string | undefined }

const isTheSame = (was: StoredExtract, is: Same): boolean =>
  was.sha256 === is.sha256 &&
  was.format === is.format &&
  was.schemaVersion === is.schemaVersion &&
  was.encrypted?.key === is.key

/** A period that is long over is looked at again only when another of its marks changes. Somebody who is quicker has it looked at once more. */
const noteLooked = async (
  academy: string,
  was: StoredExtract,
  { policyVersion, changes }: Night,
  { stores, now }: OnePorts,
) => {
  const { generatedAt, lookedAt = generatedAt } = was
  if (!changes.some(({ at }) => at > lookedAt)) return
  const at = now()
  const detail = { extract: was.id, extract_kind: was.extract, recipient: was.recipient }
  const act = { ...GROUND, at, by: 'system', kind: 'extract-still-so', policy: policyVersion, detail }
  await stores.saveExtract(academy, { ...was, lookedAt: at }, act)
}

/** Answers whether one was made. */
export const makeOne = async (
  academy: string,
  wanted: Wanted,
  facts: ExtractFacts,
  night: Night,
  ports: OnePorts,
): Promise<boolean> => {
  const { recipient, kind, period } = wanted
  const { format, encryption } = recipient
  const rows = rowsInOrder(kind, facts)
  const data = bytesOf(extractText(format, kind, rows))
  const sha256 = bytesHash(data)
  const series = { recipient: recipient.id, extract: kind.id, period }
  const was = newestOf(night.made, series)
  const key = encryption && keyName(encryption)
  if (was && isTheSame(was, { sha256, format, schemaVersion: kind.version, key })) {
    await noteLooked(academy, was, night, ports)
    return false
  }
  const differences = await differencesSince(academy, was, wanted, rows, ports.files)
  const number = (was?.number ?? 0) + 1
  const at = ports.now()
  const extract: StoredExtract = {
    ...series,
    id: extractId(series, number),
    version: 0,
    schemaVersion: kind.version,
    number,
    format,
    rows: rows.length,
    sha256,
    generatedAt: at,
    ...(was === undefined ? {} : { supersedes: was.id }),
    ...(differences === undefined ? {} : { differences: differences.length }),
    receipts: [],
  }
  const parts = { data, rows, ...(differences && { differences }) }
  const put = await putParts(academy, extract, parts, encryption, ports)
  if (!put.ok) {
    await askForKey(academy, recipient, put.refusal, night, ports)
    return false
  }
  const { policyVersion: policy } = night
  const detail = { extract: extract.id, extract_kind: kind.id, recipient: recipient.id, rows: rows.length, ...period }
  // Last: whoever sees it may collect it.
  await ports.stores.putExtract(academy, put.value, {
    ...GROUND,
    at,
    by: 'system',
    kind: 'extract-made',
    policy,
    detail,
  })
  return true
}
