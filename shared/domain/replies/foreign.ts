/** Whether a text is in a language that plain English rules cannot read. */
import { NO_NAMES } from './english.ts'
import { normalise } from './normal.ts'

/** Mostly letters of another script than ours. */
export const isOtherScript = (text: string): boolean => {
  const letters = [...text].filter((character) => /\p{L}/u.test(character))
  const others = letters.filter((character) => !/[a-z]/.test(character))
  return letters.length > 0 && others.length * 2 > letters.length
}

/** Several words, names left out, and at most one in six is English that we know. */
export const isOtherLanguage = (text: string, names: readonly string[]): boolean => {
  const own = new Set(names.flatMap((name) => normalise(name).split(/[^a-z]+/)))
  const words = text.split(/[^a-z']+/).filter((word) => word.length > 1 && !own.has(word))
  const english = words.filter((word) => NO_NAMES.has(word.replaceAll("'", '')))
  return words.length >= 3 && english.length * 6 <= words.length
}
