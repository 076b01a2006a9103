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

/** Said of all of them, whoever was named last. */
export const OF_ALL = /\b(?:both|all of|they|theyre|they're|them|twins|kids|children|boys|girls)\b/
/** "Tom is too": the same as was said of the one before. */
export const THE_SAME = /\b(?:too|as well|same|also|likewise|so is|so has)\b/

/** Whoever does this tells it, and it is told of somebody else. */
const TELLS = String.raw`\s+(?:(?:has|just|also)\s+)?(?:says|said|tells|told|thinks|thought|reckons|reckoned|texted|messaged|mentioned)(?![a-z'])`

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

/** How often a name stands in a text, and before which words. */
const timesSaid = (text: string, name: string, before = '(?![a-z0-9])'): number =>
  [...text.matchAll(new RegExp(`(?<![a-z0-9])${literally(plain(name))}${before}`, 'g'))].length

/** Named as the one who tells it, each time that the text names them. */
const isTeller = (text: string, name: string): boolean => {
  const tells = timesSaid(text, name, TELLS)
  return tells > 0 && tells === timesSaid(text, name)
}

/** Names with nothing but "and" or a comma between them: "Amelia, Tom and Zoë". */
export const areOneList = (text: string, names: readonly string[]): boolean => {
  const anyName = names.map((name) => `${literally(plain(name))}(?:'?s)?`).join('|')
  const list = new RegExp(
    String.raw`(?<![a-z0-9])(?:${anyName})(?:(?:[ ,&+]|\band\b|\bplus\b)+(?:${anyName})(?![a-z0-9]))+`,
    'g',
  )
  const listed = (text.match(list) ?? []).join(' ')
  return names.every((name) => timesSaid(listed, name, "(?:'?s)?(?![a-z0-9])") > 0)
}

export interface NamesSaid {
  /** Those of the given names that the text means. */
  readonly named: readonly string[]
  /** Those of them that only tell what the text says of another: "Samira says Samuel is ill". */
  readonly tellers: readonly string[]
  /** Words used as a first name that is none of these. */
  readonly strangers: readonly string[]
}

/** `text` is normalised. A shortened name of at least three letters counts when it can be only one of the children. */
export const namesIn = (text: string, names: readonly string[]): NamesSaid => {
  const subjects = subjectsOf(text)
  const meantBy = (subject: string) => names.filter((name) => plain(name).startsWith(subject))
  const short = subjects.flatMap((subject) => (meantBy(subject).length === 1 ? meantBy(subject) : []))
  const named = names.filter((name) => isSaid(text, name) || short.includes(name))
  const telling = named.filter((name) => isTeller(text, name))
  // "Samira says Samuel is ill, and she is too" may be said of both.
  const isOfAnother = telling.length < named.length && !OF_ALL.test(text) && !THE_SAME.test(text)
  return {
    named,
    tellers: isOfAnother ? telling : [],
    strangers: subjects.filter(
      (subject) => meantBy(subject).length === 0 && !names.some((name) => subject.startsWith(plain(name))),
    ),
  }
}
