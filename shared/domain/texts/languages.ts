/** The languages a school may text in: which of them a contact asked for, and whether a translation may be sent. */
import type { Policy, WordingName } from '../../../academies/policy.ts'
import { shortHash } from '../ids.ts'

export type Language = Policy['translations'][string]
export type Translation = NonNullable<Language['wordings'][WordingName]>

/** Names the English wording a translation was made from, and changes with every letter of it. */
export const wordingVersion = (wording: string): string => shortHash(wording)

/** Names a translation as a speaker read it: its words, and those in which dates, times and names are said. */
export const translationMark = ({ direction, speech }: Language, says: string): string => {
  const { and, comma, date, weekdays, months, sessions } = speech
  return shortHash([says, direction, and, comma, date, ...weekdays, ...months, sessions.AM, sessions.PM].join('\n'))
}

/**
 * `approved`: a named speaker has read it as it stands, and the English it was made from is the school's. Anything else is never sent.
 * `english-changed`: the school's English says something else by now · `changed`: the translation was altered after it was read.
 */
export type TranslationState = 'approved' | 'not-approved' | 'english-changed' | 'changed'

export const stateOf = (language: Language, translation: Translation, english: string): TranslationState => {
  if (translation.english !== wordingVersion(english)) return 'english-changed'
  if (translation.approvedBy === undefined || translation.approvedOn === undefined) return 'not-approved'
  return translation.approvedText === translationMark(language, translation.says) ? 'approved' : 'changed'
}

const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim()

const ENGLISH = ['en', 'eng', 'english']

/** Every name by which a file may call the language: its tag, its names, and the codes of other systems. */
const namesOf = (tag: string, { name, ownName, alsoCalled }: Language): readonly string[] =>
  [tag, name, ownName, ...alsoCalled].map(folded)

/** The language a contact is held to speak: `en` when nothing is given, a tag of the policy, or nothing that the school has. */
export const languageAsked = (asked: string | undefined, { translations }: Pick<Policy, 'translations'>) => {
  const whole = folded(asked ?? '')
  if (whole === '') return 'en'
  const tags = Object.entries(translations)
  // "pl-PL" and "Polish (Poland)" begin with what is looked for.
  for (const name of [whole, whole.split(' ')[0] ?? '']) {
    if (ENGLISH.includes(name)) return 'en'
    const found = tags.find(([tag, language]) => namesOf(tag, language).includes(name))
    if (found) return found[0]
  }
  return undefined
}
