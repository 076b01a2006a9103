import * as z from 'zod'
import { SEAL_FORM, type Seal } from '../../domain/evidence/seal.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const history = z.object({
  number: z.int(),
  previous: hash.nullable(),
  digest: hash,
  lines: z.array(
    z.object({ id: z.string(), at: z.string(), hash, late: z.literal(true).exactOptional(), in: z.int() }),
  ),
})

const SealShape = z.object({
  form: z.literal(SEAL_FORM),
  academy: z.string(),
  date: z.string(),
  number: z.int(),
  previous: hash.nullable(),
  sealedAt: z.string(),
  histories: z.int(),
  entries: z.int(),
  root: hash,
  standing: hash.exactOptional(),
  without: z.object({ because: z.string(), by: z.string(), registers: z.array(z.string()) }).exactOptional(),
  covers: z.array(z.string()),
  sealed: z.record(z.string(), history),
  heads: z.record(z.string(), z.object({ number: z.int(), digest: hash })),
  hash,
}) satisfies z.ZodType<Seal>

/** Reads a seal as it is kept. Throws when it does not have its shape. */
export const readSeal = (bytes: Uint8Array): Seal => SealShape.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
