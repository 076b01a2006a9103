/** Danger words, looked for in all of a text: before anything else is read, and beyond what the other rules read. */
import type { Policy } from '../../../academies/policy.ts'
import { disguised } from './lookalikes.ts'
import { literally, normalise } from './normal.ts'

/** More than any carrier joins together; what arrives is bounded before it comes here. */
const WHOLE_TEXT = 20_000

/** Stands for a run of invisible characters, which may hide in a word or between two. */
const HIDDEN = '\ue000'

const hiding = (word: string): string => [...word].map((letter) => literally(letter)).join(`${HIDDEN}?`)

const partsOf = (words: string): readonly string[] => words.toLowerCase().split(/[\s-]+/)

/** Arabic writing joins "and", "he" and "me" to the word they belong to: there a word is found within another too. */
const patternOf = (words: string): RegExp =>
  /\p{Script=Arabic}/u.test(words)
    ? new RegExp(partsOf(words).map(hiding).join('[^\\p{L}\\p{N}]+'), 'u')
    : new RegExp(`(?:^|[^a-z0-9])${partsOf(words).map(hiding).join('[^a-z0-9]+')}(?:$|[^a-z0-9])`)

const disguising = (word: string): string =>
  [...word].map((letter) => disguised(literally(letter))).join(`[${HIDDEN}.*_-]?`)

/** The same words in disguise: letters of other alphabets and figures for some of them, marks between. A whole word of any alphabet. */
const disguiseOf = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${partsOf(words).map(disguising).join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`, 'u')

/** A run of figures is a number, whatever it looks like. */
const hasLetter = (said: RegExpExecArray | null): boolean => said !== null && /\p{L}/u.test(said[0])

const isSaid = (text: string, words: string): boolean =>
  patternOf(words).test(text) || hasLetter(disguiseOf(words).exec(text))

/** A text that is nothing but this, as a person writes who can write no more. */
const ALONE = /^[^a-z]*help(?: us)?[^a-z]*$/

/**
 * What no list of words can say: that the child has died, where "passed away" is else a funeral in the family; and "help", which alone is a cry
 * and in a sentence is not. `names` are first names of the contact's own children.
 */
const dangerMeant = (text: string, names: readonly string[]): readonly string[] => {
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
const dangerIn = (words: string, list: readonly string[]): readonly string[] => {
  const text = normalise(words.slice(0, WHOLE_TEXT).replace(/\p{Cf}+/gu, HIDDEN), WHOLE_TEXT)
  return list.filter((each) => isSaid(text, each))
}

/** Where a policy says which words are danger: the trust's list, the school's own, and that of each language. */
export interface DangerLists {
  readonly replies: Pick<Policy['replies'], 'dangerWords' | 'ownDangerWords'>
  readonly translations: Readonly<Record<string, Pick<Policy['translations'][string], 'danger'>>>
}

/** A family writes in the language in which it is afraid: every list is looked for in every text. */
const listsOf = ({ replies, translations }: DangerLists): readonly string[] => [
  ...new Set([
    ...replies.dangerWords,
    ...replies.ownDangerWords,
    ...Object.values(translations).flatMap(({ danger }) => danger.words),
  ]),
]

/** Everything that says danger in what a person wrote or spoke: the one reading of texts and of the absence line alike. */
export const dangerOf = (words: string, policy: DangerLists, names: readonly string[]): readonly string[] => [
  ...dangerIn(words, listsOf(policy)),
  ...dangerMeant(normalise(words), names),
]
