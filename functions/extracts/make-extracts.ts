/**
 * Makes an academy's extracts. Safe to run twice, at once with itself, or to die half way: an extract has the id of its recipient, kind,
 * period and number, its files are put only where there are none, and it is listed last.
 */
import { bytesHash } from '../../shared/adapters/evidence/sha256.ts'
import { CONTENT_TYPES, extractText } from '../../shared/domain/extracts/bytes.ts'
import { type Difference, differencesBetween, differencesText } from '../../shared/domain/extracts/differences.ts'
import { type ExtractFacts, type Row, rowsInOrder } from '../../shared/domain/extracts/extract.ts'
import {
  extractId,
  extractPath,
  manifestOf,
  newestOf,
  type StoredExtract,
} from '../../shared/domain/extracts/stored.ts'
import { type Wanted, wantedOn } from '../../shared/domain/extracts/wanted.ts'
import { addDays, type Instant } from '../../shared/domain/time.ts'
import { factsOf } from '../../shared/extracts/load-facts.ts'
import { calendarOf, policyAt } from '../../shared/follow-up/load-known.ts'
import type { Files } from '../../shared/ports/files.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import type { Log } from '../../shared/ports/world.ts'
import { askWhoseTheyAre } from './ask-virtual-school.ts'
import { chaseExtracts } from './chase-extracts.ts'
import { keptRows, rowsText } from './kept-rows.ts'

export interface ExtractPorts {
  readonly stores: Stores
  readonly files: Files
  readonly now: () => Instant
  readonly log: Log
  pseudonym(academy: string, pupil: string): string
}

/** Days within which an earlier extract is still found to be compared with or chased. */
const REMEMBERED = 400

const GROUND = { rule: 'extracts', clause: 'Reporting to the local authority, the Trust and governors' }

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8')

/** The rows of the extract that this one takes the place of, and what is otherwise now. */
const differencesSince = async (
  academy: string,
  was: StoredExtract | undefined,
  { kind }: Wanted,
  rows: readonly Row[],
  files: Files,
): Promise<readonly Difference[] | undefined> =>
  was && differencesBetween(kind, await keptRows(files, academy, was), rows)

const isTheSame = (was: StoredExtract | undefined, is: Pick<StoredExtract, 'sha256' | 'format' | 'schemaVersion'>) =>
  was !== undefined && was.sha256 === is.sha256 && was.format === is.format && was.schemaVersion === is.schemaVersion

const putParts = async (
  academy: string,
  extract: StoredExtract,
  parts: { readonly data: Uint8Array; readonly rows: readonly Row[]; readonly differences?: readonly Difference[] },
  files: Files,
): Promise<void> => {
  const put = (part: 'data' | 'rows' | 'differences' | 'manifest', body: Uint8Array, contentType: string) =>
    files.putNew(extractPath(academy, extract, part), body, contentType)
  await put('data', parts.data, CONTENT_TYPES[extract.format])
  await put('rows', bytesOf(rowsText(parts.rows)), 'application/json')
  if (parts.differences) await put('differences', bytesOf(differencesText(parts.differences)), CONTENT_TYPES.csv)
  await put('manifest', bytesOf(`${JSON.stringify(manifestOf(extract), null, 2)}\n`), 'application/json')
}

/** Makes one extract from its facts; nothing when it would say what the last one of its period said. */
const makeOne = async (
  academy: string,
  wanted: Wanted,
  facts: ExtractFacts,
  made: readonly StoredExtract[],
  policy: string,
  { stores, files, now }: ExtractPorts,
): Promise<boolean> => {
  const { recipient, kind, period } = wanted
  const { format } = recipient
  const rows = rowsInOrder(kind, facts)
  const data = bytesOf(extractText(format, kind, rows))
  const sha256 = bytesHash(data)
  const series = { recipient: recipient.id, extract: kind.id, period }
  const was = newestOf(made, series)
  if (isTheSame(was, { sha256, format, schemaVersion: kind.version })) return false
  const differences = await differencesSince(academy, was, wanted, rows, files)
  const number = (was?.number ?? 0) + 1
  const at = now()
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
  await putParts(academy, extract, { data, rows, ...(differences && { differences }) }, files)
  const detail = { extract: extract.id, extract_kind: kind.id, recipient: recipient.id, rows: rows.length, ...period }
  // Last: whoever sees it may collect it.
  await stores.putExtract(academy, extract, { ...GROUND, at, by: 'system', kind: 'extract-made', policy, detail })
  return true
}

export const makeExtracts = async (academy: string, anew: boolean, ports: ExtractPorts): Promise<void> => {
  const { stores, now, log } = ports
  const { version, date } = await policyAt(stores, academy, now())
  const { policy } = version
  const calendar = await calendarOf(stores, academy, policy)
  const made = await stores.extracts(academy, addDays(date, -REMEMBERED))
  const wanted = wantedOn(policy, calendar, date, made, anew)
  let count = 0
  if (wanted.length > 0) {
    const facts = await factsOf(academy, policy, ports)
    for (const each of wanted) {
      const { kind, recipient, period } = each
      const agency = recipient.kind === 'virtual-school' ? recipient.name : null
      const known = await facts(period, kind.needs, agency)
      if (agency !== null)
        await askWhoseTheyAre(academy, known.pupils, { policy, policyVersion: version.version, date }, ports)
      if (await makeOne(academy, each, known, made, version.version, ports)) count++
    }
  }
  const chased = await chaseExtracts(academy, made, { policy, policyVersion: version.version, calendar, date }, ports)
  log.write('EXTRACTS_MADE', { academy, date, wanted: wanted.length, made: count, chased })
}
