import { createMessage, encrypt, readKey } from 'openpgp'
import { ok, type Result, refused } from '../../domain/result.ts'

/** The dates of a file tell when a school works; this one tells nothing. */
const NO_DATE = new Date(0)

const readable = async (armoredKey: string) => {
  try {
    const key = await readKey({ armoredKey })
    // Throws for a key that has expired, was revoked, is weak, or is for signing alone.
    await key.getEncryptionKey()
    return key
  } catch (error) {
    return error instanceof Error ? error.message : 'unreadable'
  }
}

export const encryptWithPgp = async (armoredKey: string, plain: Uint8Array): Promise<Result<Uint8Array>> => {
  const key = await readable(armoredKey)
  if (typeof key === 'string')
    return refused(
      'key-unusable',
      `Nothing can be encrypted to the key any more: ${key}.`,
      'Ask the recipient for its present public key.',
      'key',
    )
  const message = await createMessage({ binary: plain, date: NO_DATE })
  return ok(await encrypt({ message, encryptionKeys: key, format: 'binary' }))
}
