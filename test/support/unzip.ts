/** Opens a zip by its central directory, as the tools of other systems do: another reading of the format than the one that wrote it. */
import { crc32, inflateRawSync } from 'node:zlib'

/** Throws when a file's bytes do not have its checksum. */
export const unzip = (zip: Uint8Array): readonly { readonly path: string; readonly bytes: Uint8Array }[] => {
  const bytes = Buffer.from(zip)
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  return Array.from({ length: count }, () => {
    const [packed, nameLength, extra, comment] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ]
    const path = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const local = bytes.readUInt32LE(at + 42)
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const isStored = bytes.readUInt16LE(at + 10) === 0
    const part = bytes.subarray(from, from + packed)
    const content = isStored ? Buffer.from(part) : inflateRawSync(part)
    if (crc32(content) !== bytes.readUInt32LE(at + 16)) throw new Error(`${path} is damaged`)
    at += 46 + nameLength + extra + comment
    return { path, bytes: content }
  })
}
