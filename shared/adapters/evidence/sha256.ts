import { createHash } from 'node:crypto'
import type { Sha256 } from '../../domain/evidence/entry.ts'

export const sha256: Sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex')

export const bytesHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
