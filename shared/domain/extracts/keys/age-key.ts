/**
 * Whether a text is a public key of age: a recipient of X25519, in Bech32. Source: age-encryption.org/v1, "The X25519 recipient type"; BIP 173 for the
 * checksum, which finds every slip of up to four characters.
 */

const LETTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const BEGINNING = 'age'
/** 32 bytes in groups of five bits, and six groups of checksum. */
const GROUPS = 52 + 6
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]

const checksum = (values: readonly number[]): number => {
  let sum = 1
  for (const value of values) {
    const top = sum >>> 25
    sum = ((sum & 0x1ffffff) << 5) ^ value
    for (const [bit, term] of GENERATOR.entries()) if ((top >>> bit) & 1) sum ^= term
  }
  return sum >>> 0
}

const expanded = (text: string): readonly number[] => {
  const codes = [...text].map((letter) => letter.charCodeAt(0))
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)]
}

/** What is wrong with it; `undefined` when it is a public key of age. */
export const ageKeyFault = (key: string): string | undefined => {
  if (/^AGE-SECRET-KEY-/i.test(key)) return 'is a secret key, which nobody but its owner may ever have'
  if (!key.startsWith(`${BEGINNING}1`)) return 'does not begin with age1'
  const values = [...key.slice(BEGINNING.length + 1)].map((letter) => LETTERS.indexOf(letter))
  if (values.length !== GROUPS || values.includes(-1)) return 'is not the 62 small letters and digits of such a key'
  return checksum([...expanded(BEGINNING), ...values]) === 1 ? undefined : 'has a slip in it: its checksum is not right'
}
