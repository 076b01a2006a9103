/** Fills the wordings of the policy. A wording says `{names}`, and `{is|are}` where one child and several need different words. */

/** Names as a sentence says them: "Amelia", "Amelia and Siân", "Amelia, Siân and Zoë". */
export const spokenNames = (names: readonly string[]): string => {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

const FIELD = /\{([^{}]*)\}/g

/** The fields a wording uses; the alternatives of `{is|are}` are not fields. */
export const fieldsOf = (wording: string): readonly string[] =>
  [...wording.matchAll(FIELD)].map((match) => match[1] ?? '').filter((field) => !field.includes('|'))

/**
 * The text a person reads. `count` is how many children it is about, and chooses among the words of `{one|several}`, or of
 * `{one|two|several}` where a language has a form for two.
 * Throws RangeError for a field that is not given: a text with a gap in it must never go.
 */
export const fillWording = (wording: string, fields: Readonly<Record<string, string>>, count: number): string =>
  wording.replaceAll(FIELD, (_whole, name: string) => {
    const words = name.split('|')
    if (words.length > 1) return words[Math.min(count, words.length) - 1] ?? ''
    const value = fields[name]
    if (value === undefined) throw new RangeError(`The wording has no value for {${name}}`)
    return value
  })
