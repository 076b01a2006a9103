import { keyFault } from '../../domain/extracts/keys/key-fault.ts'
import { refused } from '../../domain/result.ts'
import type { Encrypt } from '../../ports/encryption.ts'

/** Each library is loaded by whoever needs it, and by nobody else. */
export const encrypt: Encrypt = async (how, plain) => {
  const fault = keyFault(how)
  if (fault !== undefined)
    return refused('key-unusable', `The key ${fault}.`, 'Ask the recipient for its public key.', 'key')
  const adapter =
    how.with === 'age' ? (await import('./age.ts')).encryptWithAge : (await import('./pgp.ts')).encryptWithPgp
  return adapter(how.key, plain)
}
