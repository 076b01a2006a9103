/**
 * Hands over one file of all academies' rows. Each academy's own extract is signed for before the link is given, so that its list says who
 * has its rows; the joined file is kept as it was handed over.
 */
import { bytesHash } from '../../../../shared/adapters/evidence/sha256.ts'
import { CONTENT_TYPES, extractText, type Format } from '../../../../shared/domain/extracts/bytes.ts'
import type { Receipt } from '../../../../shared/domain/extracts/stored.ts'
import {
  joinedRows,
  type TrustWide,
  trustManifest,
  trustWidePath,
} from '../../../../shared/domain/extracts/trust-wide.ts'
import { ok, type Result } from '../../../../shared/domain/result.ts'
import { keptRows } from '../../../../shared/extracts/kept-rows.ts'
import type { Call, TrustCall } from '../../call.ts'
import { type Collected, signFor } from '../collect-extract.ts'

interface Wanted {
  readonly part: 'data' | 'manifest'
  readonly format: Format
}

/** The bytes of both parts: the same parts are the same bytes, however often they are asked for. */
const join = async (asked: TrustCall, wide: TrustWide, format: Format) => {
  const files = asked.world.files(asked.env.EXTRACTS_BUCKET)
  const rows = await Promise.all(wide.parts.map(({ academy, extract }) => keptRows(files, academy, extract)))
  const all = joinedRows(wide.kind, rows)
  const data = Buffer.from(extractText(format, wide.kind, all), 'utf8')
  const sha256 = bytesHash(data)
  const manifest = trustManifest(wide, { format, rows: all.length, sha256 })
  return { sha256, data, manifest: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, 'utf8') }
}

/** The list of what is in it names nobody: only whoever takes the rows signs for them. */
const signAll = async (calls: readonly Call[], { parts }: TrustWide): Promise<Result<'signed'>> => {
  for (const { academy, extract } of parts) {
    const call = calls.find((each) => each.academy === academy)
    const signed = call && (await signFor(call, extract, 'data'))
    if (signed && !signed.ok) return signed
  }
  return ok('signed')
}

export const collectTrustWide = async (
  asked: TrustCall,
  calls: readonly Call[],
  wide: TrustWide,
  { part, format }: Wanted,
): Promise<Result<Collected>> => {
  const joined = await join(asked, wide, format)
  if (part === 'data') {
    const signed = await signAll(calls, wide)
    if (!signed.ok) return signed
  }
  const files = asked.world.files(asked.env.EXTRACTS_BUCKET)
  const pathOf = (which: Wanted['part']) => trustWidePath(wide.id, joined.sha256, which)
  await files.putNew(pathOf('data'), joined.data, CONTENT_TYPES[format])
  // The manifest names the parts, and other parts may have the same rows: the newest list is the one that is true.
  await files.put(pathOf('manifest'), joined.manifest, CONTENT_TYPES.json)
  const name = `trust-${wide.kind.id}-${wide.period.from}-${wide.period.until}`
  const shown =
    part === 'data'
      ? { name: `${name}.${format}`, contentType: CONTENT_TYPES[format] }
      : { name: `${name}-manifest.json`, contentType: CONTENT_TYPES.json }
  const receipt: Receipt = { part, by: asked.caller.sub, at: asked.now, sha256: bytesHash(joined[part]) }
  return ok({ receipt, address: await files.downloadAddress(pathOf(part), shown) })
}
