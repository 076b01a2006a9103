/**
 * A ZIP archive of a few files, stored as they are and dated 1 January 1980: the same files give the same bytes for ever.
 * Source: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16. Names are UTF-8 (bit 11).
 */
import { crc32 } from 'node:zlib'

const VERSION = 20
const UTF8 = 0x0800
/** 1 January 1980, the first day that the format knows. */
const DAY_ONE = 0x21

const numbers = (...parts: readonly (readonly [size: 2 | 4, value: number])[]): Buffer => {
  const bytes = Buffer.alloc(parts.reduce((sum, [size]) => sum + size, 0))
  let at = 0
  for (const [size, value] of parts) at = size === 2 ? bytes.writeUInt16LE(value, at) : bytes.writeUInt32LE(value, at)
  return bytes
}

const SIGNATURE = { file: 0x04034b50, entry: 0x02014b50, end: 0x06054b50 } as const

/** The archive of some files, in the order of their names. */
export const zipOf = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array => {
  const bodies: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files).toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const path = Buffer.from(name)
    const bytes = Buffer.from(content)
    const about = [
      [2, VERSION],
      [2, UTF8],
      [2, 0],
      [2, 0],
      [2, DAY_ONE],
      [4, crc32(bytes)],
      [4, bytes.length],
      [4, bytes.length],
      [2, path.length],
      [2, 0],
    ] as const
    const body = Buffer.concat([numbers([4, SIGNATURE.file], ...about), path, bytes])
    const rest = numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset])
    entries.push(Buffer.concat([numbers([4, SIGNATURE.entry], [2, VERSION], ...about), rest, path]))
    bodies.push(body)
    offset += body.length
  }
  const directory = Buffer.concat(entries)
  const end = numbers(
    [4, SIGNATURE.end],
    [2, 0],
    [2, 0],
    [2, entries.length],
    [2, entries.length],
    [4, directory.length],
    [4, offset],
    [2, 0],
  )
  return Buffer.concat([...bodies, directory, end])
}
