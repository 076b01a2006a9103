/** Hands over the pack of a referral under the reference that an extract names it by. It is written down before the link is given. */
import { bytesHash } from '../../../shared/adapters/evidence/sha256.ts'
import { isSuperseded, type Receipt, type StoredExtract, withReceipt } from '../../../shared/domain/extracts/stored.ts'
import { letterReference } from '../../../shared/domain/letters/stored.ts'
import { referralPath } from '../../../shared/domain/penalties/referral.ts'
import { ok, type Result, refused } from '../../../shared/domain/result.ts'
import { keptRows } from '../../../shared/extracts/kept-rows.ts'
import type { Call } from '../call.ts'
import { type Collected, STALE } from './collect-extract.ts'
import { extractAct } from './extract-tasks.ts'
import { findExtracts } from './find-extracts.ts'

/**
 * Refused: a reference that is not in the extract; an extract that a later one has replaced, because a referral may have been taken back since;
 * and one that is encrypted, because the pack would leave in the clear what its recipient wanted locked.
 */
const mayCollect = async (call: Call, extract: StoredExtract, reference: string): Promise<Result<'yes'>> => {
  if (extract.encrypted)
    return refused(
      'encrypted',
      'What this recipient is sent is encrypted, and packs are not.',
      'Ask the school for it.',
    )
  if (isSuperseded(await findExtracts(call), extract))
    return refused('superseded', 'A later extract has replaced this one.', 'Collect the pack by the later one.')
  const rows = await keptRows(call.world.files(call.env.EXTRACTS_BUCKET), call.academy, extract)
  return extract.extract === 'referrals' && rows.some(({ cells }) => cells.reference === reference)
    ? ok('yes')
    : refused('not-found', 'There is no such referral in this extract.', 'Use a reference that its data names.')
}

export const collectPack = async (
  call: Call,
  extract: StoredExtract,
  reference: string,
): Promise<Result<Collected>> => {
  const may = await mayCollect(call, extract, reference)
  if (!may.ok) return may
  const files = call.world.files(call.env.LETTERS_BUCKET)
  const path = referralPath(call.academy, reference, 'pack.zip')
  const bytes = await files.get(path)
  if (bytes === undefined) return refused('not-found', 'The pack is not made yet.', 'Wait a moment and ask again.')
  const sha256 = bytesHash(bytes)
  const receipt: Receipt = { part: 'pack', reference, by: call.caller.sub, at: call.now, sha256 }
  const act = extractAct(call, 'extract-collected', extract, { part: 'pack', reference, sha256 })
  if ((await call.stores.saveExtract(call.academy, withReceipt(extract, receipt), act)) === 'stale') return STALE
  const name = `referral-${letterReference(call.academy, reference)}.zip`
  return ok({ receipt, address: await files.downloadAddress(path, { name, contentType: 'application/zip' }) })
}
