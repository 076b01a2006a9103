/**
 * How many parts a text is sent in, for what it costs and whether it fits. Source: 3GPP TS 23.038 (GSM 7-bit alphabet and its extension
 * table); AWS sends a text with any other letter as UCS-2.
 */
const GSM =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
/** Each counts as two. */
const GSM_EXTENDED = '\f^{}\\[~]|€'

const BASIC = new Set(GSM)
const EXTENDED = new Set(GSM_EXTENDED)

export interface Segments {
  readonly alphabet: 'GSM-7' | 'UCS-2'
  /** Septets of GSM-7, or 16-bit units of UCS-2. */
  readonly units: number
  readonly parts: number
}

const ALPHABETS = { 'GSM-7': { alone: 160, joined: 153 }, 'UCS-2': { alone: 70, joined: 67 } } as const

/** Characters as the carrier packs them: one that takes two units never lies across two parts. */
const partsOf = (sizes: readonly number[], { alone, joined }: { alone: number; joined: number }): number => {
  const units = sizes.reduce((sum, size) => sum + size, 0)
  if (units <= alone) return 1
  let parts = 1
  let filled = 0
  for (const size of sizes) {
    if (filled + size > joined) {
      parts++
      filled = 0
    }
    filled += size
  }
  return parts
}

/** Counts a text's parts. An empty text is one part. */
export const countSegments = (body: string): Segments => {
  const characters = [...body]
  const isGsm = characters.every((character) => BASIC.has(character) || EXTENDED.has(character))
  const alphabet = isGsm ? 'GSM-7' : 'UCS-2'
  const sizes = characters.map((character) => (isGsm ? (EXTENDED.has(character) ? 2 : 1) : character.length))
  return {
    alphabet,
    units: sizes.reduce((sum, size) => sum + size, 0),
    parts: partsOf(sizes, ALPHABETS[alphabet]),
  }
}
