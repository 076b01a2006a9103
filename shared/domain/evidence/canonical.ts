/**
 * The one spelling of a value as JSON, so that whoever spells it gets the same bytes and the same hash.
 * Source: RFC 8785, JSON Canonicalization Scheme: no blanks, members sorted by the UTF-16 units of their names, numbers and strings as
 * ECMAScript writes them. A member that is `undefined` is left out, as JSON has no word for it.
 */

/** Half of a character: such text has no bytes in UTF-8, so no two programs would agree on its hash. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

const spellText = (text: string): string => {
  if (LONE_SURROGATE.test(text)) throw new RangeError('A text with half a character has no canonical spelling')
  return JSON.stringify(text)
}

/** Throws RangeError on what JSON cannot say: a number that is none, half a character, a function. */
export const canonicalJson = (value: unknown): string => {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return spellText(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('A number that is not finite has no canonical spelling')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object') throw new RangeError(`A ${typeof value} has no canonical spelling`)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    // Compares by UTF-16 units, as the scheme asks.
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([name, member]) => `${spellText(name)}:${canonicalJson(member)}`).join(',')}}`
}
