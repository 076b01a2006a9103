/**
 * A key for each pupil, and one for each academy. They lie apart from the evidence, in a bucket that keeps no versions, so that a key can be
 * destroyed for good while what it opened stays where it is, unreadable. The bucket itself is encrypted with the trust's key.
 */
import { randomBytes } from 'node:crypto'
import type { Files } from '../../ports/files.ts'

const KEY_BYTES = 32

export interface Keyring {
  /** The owner's key, made when there is none yet. */
  keyOf(academy: string, owner: string): Promise<Uint8Array>
  /** The owner's key, or `undefined` when there is none, or none any more. */
  find(academy: string, owner: string): Promise<Uint8Array | undefined>
  /** Destroys the key: whatever was kept under it can be read by nobody any more. */
  destroy(academy: string, owner: string): Promise<void>
}

const pathOf = (academy: string, owner: string): string => `keys/${academy}/${owner}`

/** Keys are remembered for as long as this keyring lives, which is a container's life. */
export const keyring = (files: Pick<Files, 'get' | 'putNew' | 'remove'>): Keyring => {
  const known = new Map<string, Promise<Uint8Array>>()
  const make = async (path: string): Promise<Uint8Array> => {
    const found = await files.get(path)
    if (found) return found
    const fresh = randomBytes(KEY_BYTES)
    if ((await files.putNew(path, fresh, 'application/octet-stream')) === 'put') return fresh
    const theirs = await files.get(path)
    if (theirs) return theirs
    throw new Error('A key was destroyed in the moment in which it was asked for')
  }
  return {
    keyOf: (academy, owner) => {
      const path = pathOf(academy, owner)
      const promised = known.get(path) ?? make(path)
      known.set(path, promised)
      // What failed is asked for again.
      promised.catch(() => known.delete(path))
      return promised
    },
    find: (academy, owner) => files.get(pathOf(academy, owner)),
    destroy: async (academy, owner) => {
      known.delete(pathOf(academy, owner))
      await files.remove(pathOf(academy, owner))
    },
  }
}
