/**
 * How many parts a text is sent in, for what it costs. Source: 3GPP TS 23.038 and 23.040; SNS, End User Messaging and Twilio send a text
 * with any letter outside GSM-7 as UCS-2; GOV.UK Notify, pricing: it counts what is left after its own replacing.
 */
import { asCarried, type Carrier } from './carried.ts'
import { isGsm, septets } from './gsm-alphabet.ts'

export interface Segments {
  readonly alphabet: 'GSM-7' | 'UCS-2'
  /** Septets of GSM-7, or 16-bit units of UCS-2. */
  readonly units: number
  readonly parts: number
}

const ALPHABETS = { 'GSM-7': { alone: 160, joined: 153 }, 'UCS-2': { alone: 70, joined: 67 } } as const

/** Characters as they are packed: one that takes two units never lies across two parts. */
const packed = (sizes: readonly number[], room: number): number => {
  let parts = 1
  let filled = 0
  for (const size of sizes) {
    if (filled + size > room) {
      parts++
      filled = 0
    }
    filled += size
  }
  return parts
}

/** Counts a text's parts as the carrier sends and charges it. An empty text is one part. */
export const countSegments = (carrier: Carrier, text: string): Segments => {
  const characters = [...asCarried(carrier, text).body]
  const isShort = characters.every(isGsm)
  const alphabet = isShort ? 'GSM-7' : 'UCS-2'
  const sizes = characters.map((character) => (isShort ? septets(character) : character.length))
  const units = sizes.reduce((sum, size) => sum + size, 0)
  const { alone, joined } = ALPHABETS[alphabet]
  if (units <= alone) return { alphabet, units, parts: 1 }
  return { alphabet, units, parts: carrier === 'notify' ? Math.ceil(units / joined) : packed(sizes, joined) }
}
