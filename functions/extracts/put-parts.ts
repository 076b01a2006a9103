/** The files of an extract, put only where there are none: what is handed over is encrypted where its recipient gave a key, what is kept beside it never. */
import { bytesHash } from '../../shared/adapters/evidence/sha256.ts'
import { CONTENT_TYPES } from '../../shared/domain/extracts/bytes.ts'
import { type Difference, differencesText } from '../../shared/domain/extracts/differences.ts'
import type { Row } from '../../shared/domain/extracts/extract.ts'
import { type Encryption, keyName } from '../../shared/domain/extracts/keys/key-fault.ts'
import { extractPath, manifestOf, type StoredExtract } from '../../shared/domain/extracts/stored.ts'
import { ok, type Result } from '../../shared/domain/result.ts'
import { rowsText } from '../../shared/extracts/kept-rows.ts'
import type { Encrypt } from '../../shared/ports/encryption.ts'
import type { Files } from '../../shared/ports/files.ts'

export interface Parts {
  readonly data: Uint8Array
  readonly rows: readonly Row[]
  readonly differences?: readonly Difference[]
}

interface PartPorts {
  readonly files: Files
  readonly encrypt: Encrypt
}

export const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8')

/** The bytes that lie there now. Encrypting is never twice the same: of two runs the first one's bytes are the ones that count. */
const putFirst = async (files: Files, path: string, body: Uint8Array): Promise<Uint8Array> => {
  if ((await files.putNew(path, body, CONTENT_TYPES.encrypted)) === 'put') return body
  const found = await files.get(path)
  if (found === undefined) throw new Error('A file that was there has gone')
  return found
}

const putEncrypted = async (
  academy: string,
  extract: StoredExtract,
  { data, differences }: Parts,
  encryption: Encryption,
  { files, encrypt }: PartPorts,
): Promise<Result<StoredExtract>> => {
  const how = { with: encryption.with, key: keyName(encryption) }
  const path = (part: 'data' | 'differences') => extractPath(academy, { ...extract, encrypted: how }, part)
  const locked = await encrypt(encryption, data)
  if (!locked.ok) return locked
  const lies = await putFirst(files, path('data'), locked.value)
  if (differences) {
    const list = await encrypt(encryption, bytesOf(differencesText(differences)))
    if (!list.ok) return list
    await putFirst(files, path('differences'), list.value)
  }
  return ok({ ...extract, encrypted: { ...how, sha256: bytesHash(lies) } })
}

const putPlain = async (
  academy: string,
  extract: StoredExtract,
  { data, differences }: Parts,
  files: Files,
): Promise<StoredExtract> => {
  await files.putNew(extractPath(academy, extract, 'data'), data, CONTENT_TYPES[extract.format])
  if (differences)
    await files.putNew(
      extractPath(academy, extract, 'differences'),
      bytesOf(differencesText(differences)),
      CONTENT_TYPES.csv,
    )
  return extract
}

/** Puts every part and answers the extract as it lies. Refused for a key that cannot be used: then nothing is handed over, and nothing goes out plain. */
export const putParts = async (
  academy: string,
  extract: StoredExtract,
  parts: Parts,
  encryption: Encryption | undefined,
  ports: PartPorts,
): Promise<Result<StoredExtract>> => {
  const put = encryption
    ? await putEncrypted(academy, extract, parts, encryption, ports)
    : ok(await putPlain(academy, extract, parts, ports.files))
  if (!put.ok) return put
  const lying = put.value
  const beside = (part: 'rows' | 'manifest', text: string) =>
    ports.files.putNew(extractPath(academy, lying, part), bytesOf(text), CONTENT_TYPES.json)
  await beside('rows', rowsText(parts.rows))
  await beside('manifest', `${JSON.stringify(manifestOf(lying), null, 2)}\n`)
  return put
}
