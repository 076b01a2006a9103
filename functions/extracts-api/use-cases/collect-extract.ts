/** Hands over a part of an extract. It is written down before the link is given: who, when, and the hash of the bytes. */
import { bytesHash } from '../../../shared/adapters/evidence/sha256.ts'
import { CONTENT_TYPES } from '../../../shared/domain/extracts/bytes.ts'
import { fileName } from '../../../shared/domain/extracts/file-name.ts'
import {
  chasesOver,
  chaseTaskId,
  extractPath,
  type Part,
  type Receipt,
  type StoredExtract,
  withReceipt,
} from '../../../shared/domain/extracts/stored.ts'
import { ok, type Result, refused } from '../../../shared/domain/result.ts'
import type { Call } from '../call.ts'
import { endTask, extractAct } from './extract-tasks.ts'
import { findExtracts } from './find-extracts.ts'

export interface Collected {
  readonly receipt: Receipt
  readonly address: string
}

const shownAs = (academy: string, extract: StoredExtract, part: Part) => {
  const type = part === 'manifest' ? 'json' : extract.encrypted ? 'encrypted' : part === 'data' ? extract.format : 'csv'
  return { name: fileName(academy, extract, part), contentType: CONTENT_TYPES[type] }
}

/** The task that asked why nobody came ends with the last extract that it speaks of, or with what stands in its place. */
const endChase = async (call: Call, extract: StoredExtract): Promise<void> => {
  if (extract.chased === undefined && extract.supersedes === undefined) return
  for (const date of chasesOver(await findExtracts(call), extract))
    await endTask(call, chaseTaskId(extract.recipient, date), 'collected')
}

export const STALE = refused('stale', 'Somebody else has just collected this extract.', 'Collect it again.')

/** Writes down that a part was taken: who, when, and the hash of its bytes. */
export const signFor = async (call: Call, extract: StoredExtract, part: Part): Promise<Result<Receipt>> => {
  const bytes = await call.world.files(call.env.EXTRACTS_BUCKET).get(extractPath(call.academy, extract, part))
  if (bytes === undefined)
    return refused('not-found', 'This extract has no such part.', 'Only one that supersedes another has differences.')
  const receipt: Receipt = { part, by: call.caller.sub, at: call.now, sha256: bytesHash(bytes) }
  const detail = { part, sha256: receipt.sha256 }
  const act = extractAct(call, 'extract-collected', extract, detail)
  if ((await call.stores.saveExtract(call.academy, withReceipt(extract, receipt), act)) === 'stale') return STALE
  if (part === 'data') await endChase(call, extract)
  return ok(receipt)
}

export const collectExtract = async (call: Call, extract: StoredExtract, part: Part): Promise<Result<Collected>> => {
  const signed = await signFor(call, extract, part)
  if (!signed.ok) return signed
  const path = extractPath(call.academy, extract, part)
  const files = call.world.files(call.env.EXTRACTS_BUCKET)
  const address = await files.downloadAddress(path, shownAs(call.academy, extract, part))
  return ok({ receipt: signed.value, address })
}
