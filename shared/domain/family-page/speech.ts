/** In which language the page of a child's record speaks to a contact. */
import type { Policy } from '../../../academies/policy.ts'
import { languageAsked, stateOf } from '../texts/languages.ts'
import { ENGLISH_SPEECH, type Speech, speechOf } from '../texts/speech.ts'
import { fillWording } from '../wording.ts'
import { PAGE_SENTENCES, type PageSentence } from './english.ts'

export interface PageSpeech {
  /** BCP 47. */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly speech: Speech
  say(sentence: PageSentence, fields?: Readonly<Record<string, string>>): string
}

export const ENGLISH_PAGE: PageSpeech = {
  language: 'en-GB',
  direction: 'ltr',
  speech: ENGLISH_SPEECH,
  say: (sentence, fields = {}) => fillWording(PAGE_SENTENCES[sentence], fields, 1),
}

/** The page's speech for a contact: their language where a speaker has approved every sentence of the page in it, else English. */
export const pageSpeech = (policy: Pick<Policy, 'translations'>, asked: string | undefined): PageSpeech => {
  const tag = languageAsked(asked, policy)
  const language = tag === undefined ? undefined : policy.translations[tag]
  if (tag === undefined || language === undefined) return ENGLISH_PAGE
  const said = new Map<PageSentence, string>()
  for (const sentence of Object.keys(PAGE_SENTENCES) as PageSentence[]) {
    const translation = language.page[sentence]
    if (translation === undefined || stateOf(language, translation, PAGE_SENTENCES[sentence]) !== 'approved')
      return ENGLISH_PAGE
    said.set(sentence, translation.says)
  }
  return {
    language: tag,
    direction: language.direction,
    speech: speechOf(language),
    say: (sentence, fields = {}) => fillWording(said.get(sentence) ?? PAGE_SENTENCES[sentence], fields, 1),
  }
}
