/**
 * Encloses entries: a salt that only the owner's key can give again (HMAC-SHA256), the hash over entry and salt, and the hashed text itself
 * under AES-256-GCM with the hash bound to it, so that no box can stand for another.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import * as z from 'zod'
import { type Entry, hashedText, ownerOf } from '../../domain/evidence/entry.ts'
import type { Enclosed, Envelopes, Opened } from '../../ports/evidence.ts'
import type { Keyring } from './keyring.ts'
import { sha256 } from './sha256.ts'

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16
const SALT_DIGITS = 32

export const About = z.union([z.strictObject({ pupil: z.string() }), z.strictObject({ date: z.string() })])

const Inside = z.object({
  salt: z.string(),
  entry: z.object({
    id: z.string(),
    academy: z.string(),
    about: About,
    at: z.string(),
    by: z.string(),
    kind: z.string(),
    pupils: z.array(z.string()).exactOptional(),
    rule: z.string().exactOptional(),
    clause: z.string().exactOptional(),
    policy: z.string().exactOptional(),
    detail: z.record(z.string(), z.unknown()).exactOptional(),
  }) satisfies z.ZodType<Entry>,
})

/** A hundred and twenty-eight bits, the same for the same entry, and none of them guessed without the key. */
const saltOf = (key: Uint8Array, { id, about }: Entry): string =>
  createHmac('sha256', key)
    .update(`salt ${ownerOf(about)} ${id}`)
    .digest('hex')
    .slice(0, SALT_DIGITS)

const lock = (key: Uint8Array, text: string, hash: string): string => {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(hash))
  const locked = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), locked]).toString('base64')
}

const unlock = (key: Uint8Array, box: string, hash: string): string => {
  const bytes = Buffer.from(box, 'base64')
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(hash))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
}

export const envelopes = (keys: Keyring): Envelopes => ({
  enclose: (entries) =>
    Promise.all(
      entries.map(async (entry): Promise<Enclosed> => {
        const { academy, about, id, at } = entry
        const key = await keys.keyOf(academy, ownerOf(about))
        const text = hashedText(entry, saltOf(key, entry))
        const hash = sha256(text)
        return { academy, about, id, at, hash, box: lock(key, text, hash) }
      }),
    ),
  open: async ({ academy, about, box, hash }): Promise<Opened | undefined> => {
    const key = await keys.find(academy, ownerOf(about))
    return key && Inside.parse(JSON.parse(unlock(key, box, hash)))
  },
})
