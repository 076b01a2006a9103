/** Which texts go in which language: those that a named speaker has approved, as they would be read; English instead of all others. */
import { asCarried } from '../../shared/domain/carried.ts'
import type { WhyLanguage } from '../../shared/domain/texts/compose.ts'
import { type Language, stateOf, type Translation, type TranslationState } from '../../shared/domain/texts/languages.ts'
import type { Policy, WordingName } from '../policy.ts'
import { counted, listed } from './words.ts'

interface Found {
  readonly name: WordingName
  readonly translation: Translation
  readonly state: TranslationState
}

/** The translations of a language in the order of the file, and whether each may be sent. */
export const translationsOf = (policy: Policy, language: Language): readonly Found[] =>
  // The keys of a record by wording are names of wordings.
  (Object.keys(language.wordings) as WordingName[]).flatMap((name) => {
    const translation = language.wordings[name]
    return translation === undefined
      ? []
      : [{ name, translation, state: stateOf(language, translation, policy.wordings[name]) }]
  })

/** Why a text is not in the language that was asked for. */
export const WHY_LANGUAGE: Readonly<Record<Exclude<WhyLanguage, 'approved' | 'english'>, string>> = {
  'not-approved': 'not yet approved by a speaker',
  'english-changed': 'made from another English',
  changed: 'altered since the approval',
  'no-translation': 'not translated',
  unknown: 'not a language of this school',
  letters: 'a carrier of this school cannot send its letters',
}

const notSent = (found: readonly Found[]): string =>
  listed(
    (['not-approved', 'english-changed', 'changed'] as const).flatMap((state) => {
      const count = found.filter((each) => each.state === state).length
      return count === 0 ? [] : [`${count} ${WHY_LANGUAGE[state]}`]
    }),
  )

/** One text in its language, and who answers for it. */
const approved = ({ texts }: Policy, { name }: Language, { name: wording, translation }: Found): string => {
  const { says, approvedBy, approvedOn } = translation
  const isLost = [texts.provider, texts.second].some(
    (carrier) => carrier !== 'none' && asCarried(carrier, says).lost.length > 0,
  )
  const never = isLost ? ', but a carrier of this school cannot send its letters: English goes' : ''
  return `${name}, ${wording}, approved by ${approvedBy} on ${approvedOn}${never}: “${says}”`
}

/** How an approved language says what stands in its fields. */
const speech = ({ name, direction, alsoCalled, ownName, speech: said }: Language): string =>
  `${name} (${[ownName, ...alsoCalled].join(', ')}) is written from ${direction === 'rtl' ? 'right to left' : 'left to right'}. It says names as “A${said.comma}B${said.and}C”, dates as “${said.date}” with ${said.weekdays.join(', ')}; ${said.months.join(', ')}; the sessions as “${said.sessions.AM}” and “${said.sessions.PM}”.`

/** The list works at once: a page for nothing costs a minute, one that does not come may cost a child. */
const danger = ({ name, danger: { words, readBy, readOn } }: Language): string =>
  `${name}: any of ${counted(words.length, 'danger word', 'danger words')} in a text or a message pages like those in English (${words.join(', ')}). ${
    readBy === undefined
      ? 'No speaker has read the list yet: it works all the same, as a page for nothing costs less than one that does not come.'
      : `${readBy} read the list on ${readOn ?? ''}.`
  }`

export const inOtherLanguages = (policy: Policy): readonly string[] => {
  const languages = Object.values(policy.translations)
  if (languages.length === 0) return ['There are no translations: every text goes in English.']
  return languages.flatMap((language) => {
    const found = translationsOf(policy, language)
    const sent = found.filter(({ state }) => state === 'approved')
    const texts = counted(found.length, 'text', 'texts')
    const others = found.length === sent.length ? '' : ` English goes instead of ${notSent(found)}.`
    return [
      `${language.name}: ${sent.length} of ${texts} may be sent.${others}`,
      danger(language),
      ...(sent.length === 0 ? [] : [speech(language), ...sent.map((each) => approved(policy, language, each))]),
    ]
  })
}
