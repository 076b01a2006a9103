/** What the page of a child's record says, in English. Each sentence may be translated as a text may; until a speaker approves, English stands. */
import type { Policy } from '../../../academies/policy.ts'
import { languageAsked, stateOf } from '../texts/languages.ts'
import { ENGLISH_SPEECH, type Speech, speechOf } from '../texts/speech.ts'
import { fillWording } from '../wording.ts'

export const PAGE_SENTENCES = {
  title: 'Attendance record',
  before: '{school} has sent you a link to your child’s attendance record.',
  'one-phone': 'It opens on one phone or computer only: the one on which you press the button.',
  open: 'Show the record',
  until: 'You can open this page here until {time} on {date}.',
  missed: 'Days missed since {since}: {days}',
  late: 'Times late since {since}: {times}',
  none: 'No days missed since {since}.',
  'missed-days': 'Days missed',
  date: 'Date',
  when: 'When',
  says: 'What the school wrote down',
  agreed: 'Agreed by the school',
  yes: 'Yes',
  no: 'No',
  morning: 'Morning',
  afternoon: 'Afternoon',
  'all-day': 'All day',
  why: 'Tell us why {name} is away today',
  wrong: 'Something is wrong in this record',
  'which-day': 'Which day?',
  'whole-record': 'No day in particular',
  'your-words': 'Write it in your own words',
  send: 'Send to the school',
  thanks: 'Thank you. The school office will read what you wrote.',
  empty: 'Please write something, in at most 1,000 letters, and send it again.',
  'too-many': 'You have written many times here. Please ring the school: {phone}.',
  danger: 'If a child is in danger now, ring 999.',
  ring: 'The school’s number: {phone}.',
  gone: 'This link does not open a record any more.',
  elsewhere: 'This link was opened on another phone or computer, and opens there only.',
  nothing: 'This link opens nothing. If a school sent it to you, please ring the school.',
} as const
export type PageSentence = keyof typeof PAGE_SENTENCES

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
