import { randomBytes } from 'node:crypto'
import type { Ids } from '../../ports/world.ts'

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const LENGTH = 22

/** 128 random bits as 22 letters and digits: 62 to the power 22 is just above 2 to the power 128, so none is lost. */
export const randomIds = (bytes: (size: number) => Uint8Array = randomBytes): Ids => ({
  fresh() {
    let left = bytes(16).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
    let id = ''
    while (id.length < LENGTH) {
      id = LETTERS.charAt(Number(left % 62n)) + id
      left /= 62n
    }
    return id
  },
})
