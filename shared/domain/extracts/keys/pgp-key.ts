/**
 * Whether a text is an armoured public key of OpenPGP to which something can be encrypted. Whether the key has expired or is too weak is found when it is
 * used. Source: RFC 9580, section 6 (armour), 4.2 (packet headers) and 9.1 (algorithms).
 */

const ARMOUR =
  /^-----BEGIN PGP PUBLIC KEY BLOCK-----\n((?:[^\n]+: [^\n]*\n)*)\s*\n([A-Za-z0-9+/=\n]+?)\n?(?:=([A-Za-z0-9+/]{4})\n)?-----END PGP PUBLIC KEY BLOCK-----$/
const PUBLIC_KEY = 6
const PUBLIC_SUBKEY = 14
const SECRET = [5, 7]
/** RSA, Elgamal, ECDH, X25519, X448. */
const ENCRYPTING = [1, 2, 16, 18, 25, 26]
/** Where the number of the algorithm stands in a key of version 4 or 6: after the version and the time it was made. */
const ALGORITHM_AT = 5

const CRC_START = 0xb704ce
const CRC_TERM = 0x1864cfb

const crc24 = (bytes: Uint8Array): number => {
  let crc = CRC_START
  for (const byte of bytes) {
    crc ^= byte << 16
    for (let bit = 0; bit < 8; bit++) {
      crc <<= 1
      if (crc & 0x1000000) crc ^= CRC_TERM
    }
  }
  return crc & 0xffffff
}

const decoded = (base64: string): Uint8Array | undefined => {
  try {
    return Uint8Array.from(atob(base64.replaceAll('\n', '')), (letter) => letter.charCodeAt(0))
  } catch {
    return undefined
  }
}

interface Packet {
  readonly tag: number
  readonly body: Uint8Array
}

interface Header {
  readonly tag: number
  readonly from: number
  readonly length: number
}

const bigEndian = (bytes: Uint8Array, at: number, count: number): number =>
  bytes.subarray(at, at + count).reduce((sum, byte) => sum * 256 + byte, 0)

const newHeader = (bytes: Uint8Array, at: number, tag: number): Header | undefined => {
  const first = bytes[at + 1] ?? 0
  if (first < 192) return { tag, from: at + 2, length: first }
  if (first < 224) return { tag, from: at + 3, length: (first - 192) * 256 + (bytes[at + 2] ?? 0) + 192 }
  // Only data may come in parts of a length of their own, and a key holds none.
  return first === 255 ? { tag, from: at + 6, length: bigEndian(bytes, at + 2, 4) } : undefined
}

const headerAt = (bytes: Uint8Array, at: number): Header | undefined => {
  const first = bytes[at] ?? 0
  if ((first & 0x80) === 0) return undefined
  if (first & 0x40) return newHeader(bytes, at, first & 0x3f)
  const size = [1, 2, 4][first & 3]
  return size === undefined
    ? undefined
    : { tag: (first >> 2) & 15, from: at + 1 + size, length: bigEndian(bytes, at + 1, size) }
}

/** `undefined` where it does not come out even. */
const packetsOf = (bytes: Uint8Array): readonly Packet[] | undefined => {
  const packets: Packet[] = []
  for (let at = 0; at < bytes.length; ) {
    const header = headerAt(bytes, at)
    if (header === undefined || header.from + header.length > bytes.length) return undefined
    packets.push({ tag: header.tag, body: bytes.subarray(header.from, header.from + header.length) })
    at = header.from + header.length
  }
  return packets
}

const isCrcOf = (bytes: Uint8Array, written: string | undefined): boolean => {
  if (written === undefined) return true
  const crc = decoded(written)
  return crc !== undefined && bigEndian(crc, 0, 3) === crc24(bytes)
}

const encrypts = ({ tag, body }: Packet): boolean =>
  (tag === PUBLIC_KEY || tag === PUBLIC_SUBKEY) && ENCRYPTING.includes(body[ALGORITHM_AT] ?? -1)

/** What is wrong with it; `undefined` when something can be encrypted to it. */
export const pgpKeyFault = (key: string): string | undefined => {
  const text = key.replaceAll('\r\n', '\n').trim()
  if (/PRIVATE KEY BLOCK/.test(text)) return 'is a private key, which nobody but its owner may ever have'
  const [, , body, crc] = ARMOUR.exec(text) ?? []
  if (body === undefined) return 'is not one block from BEGIN PGP PUBLIC KEY BLOCK to its END, with its lines kept'
  const bytes = decoded(body)
  if (bytes === undefined || !isCrcOf(bytes, crc)) return 'has a slip in it: it does not decode'
  const packets = packetsOf(bytes)
  if (packets === undefined) return 'has a slip in it: its parts do not come out even'
  if (packets.some(({ tag }) => SECRET.includes(tag))) return 'holds a private key'
  if (packets[0]?.tag !== PUBLIC_KEY) return 'does not begin with a public key'
  if (packets.filter(({ tag }) => tag === PUBLIC_KEY).length > 1) return 'holds more than one key'
  return packets.some(encrypts) ? undefined : 'can sign and not encrypt'
}
