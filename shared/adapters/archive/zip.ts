/**
 * Packs files into a zip that every system opens, always the same bytes for the same files. Source: PKWARE APPNOTE 6.3.3, sections 4.3.7 (local
 * header), 4.3.12 (central directory), 4.3.16 (its end). Up to 65,535 files and 4 GB in all, far above what a bundle is.
 */
import { crc32, deflateRawSync } from 'node:zlib'

export interface Packed {
  readonly path: string
  readonly bytes: Uint8Array
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const VERSION = 20
/** Names are UTF-8. */
const FLAGS = 0x0800
const DEFLATED = 8
/** 1 January 1980: the hour at which a bundle was made is in it, not on it. */
const DOS_DATE = 0x21

const numbers = (...parts: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer => {
  const buffer = Buffer.alloc(parts.reduce((sum, [bytes]) => sum + bytes, 0))
  let at = 0
  for (const [bytes, value] of parts) at = buffer.writeUIntLE(value, at, bytes)
  return buffer
}

export const zip = (files: readonly Packed[]): Uint8Array => {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { path, bytes } of files) {
    const name = Buffer.from(path, 'utf8')
    const packed = deflateRawSync(bytes)
    const about = [
      [2, VERSION],
      [2, FLAGS],
      [2, DEFLATED],
      [2, 0],
      [2, DOS_DATE],
      [4, crc32(bytes)],
      [4, packed.length],
      [4, bytes.length],
      [2, name.length],
      [2, 0],
    ] as const
    const local = Buffer.concat([numbers([4, LOCAL], ...about), name, packed])
    // No comment, one disk, no attributes, and where the file begins.
    const rest = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ] as const
    directory.push(Buffer.concat([numbers([4, CENTRAL], [2, VERSION], ...about, ...rest), name]))
    bodies.push(local)
    offset += local.length
  }
  const list = Buffer.concat(directory)
  const end = [
    [2, 0],
    [2, 0],
    [2, files.length],
    [2, files.length],
    [4, list.length],
    [4, offset],
    [2, 0],
  ] as const
  return Buffer.concat([...bodies, list, numbers([4, END], ...end)])
}
