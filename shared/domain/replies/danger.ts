/** Danger words, looked for in all of a text: before anything else is read, and beyond what the other rules read. */
import { literally, normalise } from './normal.ts'

/** More than any carrier joins together; what arrives is bounded before it comes here. */
const WHOLE_TEXT = 20_000

/** Stands for a run of invisible characters, which may hide in a word or between two. */
const HIDDEN = '\ue000'

const hiding = (word: string): string => [...word].map((letter) => literally(letter)).join(`${HIDDEN}?`)

const patternOf = (words: string): RegExp => {
  const parts = words.toLowerCase().split(/[\s-]+/)
  return new RegExp(`(?:^|[^a-z0-9])${parts.map(hiding).join('[^a-z0-9]+')}(?:$|[^a-z0-9])`)
}

/** Danger words of the policy that a text says, whole, whatever punctuation stands between them. */
export const dangerIn = (words: string, list: readonly string[]): readonly string[] => {
  const text = normalise(words.slice(0, WHOLE_TEXT).replace(/\p{Cf}+/gu, HIDDEN), WHOLE_TEXT)
  return list.filter((each) => patternOf(each).test(text))
}
