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

/** A text that is nothing but this, as a person writes who can write no more. */
const ALONE = /^[^a-z]*help(?: us)?[^a-z]*$/

/**
 * What no list of words can say: that the child has died, where "passed away" is else a funeral in the family; and "help", which alone is a cry
 * and in a sentence is not. `names` are first names of the contact's own children.
 */
export const dangerMeant = (text: string, names: readonly string[]): readonly string[] => {
  if (ALONE.test(text)) return ['help']
  const child = [
    'she',
    'he',
    'they',
    'my (?:daughter|son|child|girl|boy|baby)',
    ...names.map((name) => literally(normalise(name))),
  ]
  const died = new RegExp(
    `(?:^|[^a-z0-9])(?:${child.join('|')})(?:'?s)?(?: (?:has|have|is|sadly|just|now)){0,3} (?:died|dead|passed away)(?:$|[^a-z0-9])`,
  ).exec(text)
  return died ? [died[0].trim()] : []
}

/** Danger words of the policy that a text says, whole, whatever punctuation stands between them. */
export const dangerIn = (words: string, list: readonly string[]): readonly string[] => {
  const text = normalise(words.slice(0, WHOLE_TEXT).replace(/\p{Cf}+/gu, HIDDEN), WHOLE_TEXT)
  return list.filter((each) => patternOf(each).test(text))
}
