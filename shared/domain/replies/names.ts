/** First names in a text: which of a contact's children it means, and whether it means a child who is not theirs. */
import { ENGLISH, NO_NAMES } from './english.ts'
import { literally, normalise, says } from './normal.ts'

const STATE = "is|isnt|isn't|has|hasnt|hasn't|was|wont|won't|cant|can't|had|and"
/** A name is said of somebody: "Oliver is", "Oliver's ill", "Oliver poorly". */
const SUBJECTS = [
  /(?:^|[^a-z'])([a-z]{3,20})\s+(?:is|isnt|isn't|has|hasnt|hasn't|wont|won't|cant|can't)(?![a-z'])/g,
  /(?:^|[^a-z'])([a-z]{3,20})'s\s+(?:ill|sick|poorly|unwell|not|got|been|off|coming|late|still|running|feeling|very|really)(?![a-z'])/g,
  /^([a-z]{3,20})\s+(?:ill|sick|poorly|unwell|not well|off)(?![a-z'])/g,
]

const subjectsOf = (text: string): readonly string[] =>
  SUBJECTS.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')).filter(
    (word) => !NO_NAMES.has(word),
  )

const plain = (name: string): string => normalise(name).replaceAll('-', ' ')

/** A name that is also an everyday word, such as Will or May, counts only where something is said of it. */
const isSaid = (text: string, name: string): boolean =>
  ENGLISH.has(plain(name))
    ? new RegExp(`(?:^|[^a-z0-9])${literally(plain(name))}(?:'s|\\s+(?:${STATE})(?![a-z']))`).test(text)
    : says(text, plain(name)) || says(text, `${plain(name)}s`)

export interface NamesSaid {
  /** Those of the given names that the text means. */
  readonly named: readonly string[]
  /** Words used as a first name that is none of these. */
  readonly strangers: readonly string[]
}

/** `text` is normalised. A shortened name of at least three letters counts when it can be only one of the children. */
export const namesIn = (text: string, names: readonly string[]): NamesSaid => {
  const subjects = subjectsOf(text)
  const meantBy = (subject: string) => names.filter((name) => plain(name).startsWith(subject))
  const short = subjects.flatMap((subject) => (meantBy(subject).length === 1 ? meantBy(subject) : []))
  return {
    named: names.filter((name) => isSaid(text, name) || short.includes(name)),
    strangers: subjects.filter(
      (subject) => meantBy(subject).length === 0 && !names.some((name) => subject.startsWith(plain(name))),
    ),
  }
}
