/** Ids made from what a thing is about, so that making it twice makes it once. All fit the API's `[A-Za-z0-9_-]{1,32}`. */

const FNV_OFFSET = 0xcbf29ce484222325n
const FNV_PRIME = 0x100000001b3n

/** A 64-bit FNV-1a hash in base 36: spreads names, keeps no secret. */
export const shortHash = (text: string): string => {
  let hash = FNV_OFFSET
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * FNV_PRIME)
  return hash.toString(36).padStart(13, '0')
}

/** Joins the parts with hyphens; what is too long or has other letters keeps its beginning and gets a hash. */
export const idOf = (...parts: readonly string[]): string => {
  const whole = parts.join('-')
  if (/^[A-Za-z0-9_-]{1,32}$/.test(whole)) return whole
  return `${whole.replace(/[^A-Za-z0-9_-]/g, '').slice(0, 18)}-${shortHash(whole)}`
}
