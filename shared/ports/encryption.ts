/** Files that only their recipient can read. */
import type { Encryption } from '../domain/extracts/keys/key-fault.ts'
import type { Result } from '../domain/result.ts'

/** Encrypts for the owner of a public key; refused for a key that cannot be used, or not any more. Never the same bytes twice. */
export type Encrypt = (how: Encryption, plain: Uint8Array) => Promise<Result<Uint8Array>>
