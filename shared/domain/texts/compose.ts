/**
 * What a text says to one contact: the policy's wording in the contact's language where a named speaker has approved it, else in English.
 * Asked by dispatch just before a text goes and by the preview, so that what was shown is what is sent.
 */
import type { Policy, WordingName } from '../../../academies/policy.ts'
import { asCarried, type Carrier, withPlainMarks } from '../carried.ts'
import type { Session } from '../codes.ts'
import type { Meeting } from '../letters/letter.ts'
import type { LocalDate, LocalTime } from '../time.ts'
import { fillWording } from '../wording.ts'
import { type Language, languageAsked, stateOf, type TranslationState, wordingVersion } from './languages.ts'
import { isolated, plainValue, RIGHT_TO_LEFT_MARK } from './plain-value.ts'
import { ENGLISH_SPEECH, type Speech, speechOf } from './speech.ts'

/** What a child has missed: sessions, two to a day, and the date they are counted from. */
export interface Missed {
  readonly sessions: number
  readonly since: LocalDate
}

export interface ToSay {
  readonly wording: WordingName
  /** Asks to ring and says nothing of the child; the wording itself where there is no other. */
  readonly ringOnly: WordingName
  readonly isRingOnly: boolean
  /** First names of the children, as the school calls them. */
  readonly names: readonly string[]
  readonly date: LocalDate
  readonly session: Session
  readonly time: LocalTime
  /** Of each child in the order of the names, in a warning about attendance. */
  readonly missed?: readonly Missed[]
  /** In a text about a meeting: its own date and time are the ones that are said. */
  readonly meeting?: Meeting
  /** In a text about leave of absence: its first and its last day. */
  readonly leave?: { readonly from: LocalDate; readonly until: LocalDate }
  /** Address of the page with the child's record, where the policy has texts carry it. */
  readonly page?: string
  /** As the contacts file gives it. */
  readonly language?: string
}

/**
 * Why a text is in the language it is in. `english`: the contact speaks it, or nothing is known · `unknown`: no language of the policy ·
 * `no-translation`: this wording is not translated · `letters`: a carrier of the school cannot send the letters.
 */
export type WhyLanguage = TranslationState | 'english' | 'unknown' | 'no-translation' | 'letters'

export interface Composed {
  readonly body: string
  readonly wording: WordingName
  /** `en`, or a tag of the policy's translations. */
  readonly language: string
  readonly because: WhyLanguage
  /** Names the very wording that was filled, in its language. */
  readonly version: string
}

interface Candidate {
  readonly wording: WordingName
  readonly language: string
  readonly text: string
  readonly speech: Speech
}

/** Days in figures, `8` or `7.5`, child by child in the order in which the language says their names; one date where it is the same for all. */
const sayMissed = (missed: readonly Missed[], speech: Speech, put: (value: string) => string) => ({
  daysMissed: missed.map(({ sessions }) => put(String(sessions / 2))).join(speech.comma),
  since: [...new Set(missed.map(({ since }) => put(speech.date(since))))].join(speech.comma),
})

/** When and where a meeting is, in place of the day that the text is planned for. */
const sayMeeting = ({ date, time, place }: Meeting, speech: Speech, put: (value: string) => string) => ({
  date: speech.direction === 'rtl' ? put(speech.date(date)) : speech.date(date),
  time: put(speech.time(time)),
  place: put(plainValue(place)),
})

const fill = ({ text, speech }: Candidate, policy: Policy, toSay: ToSay): string => {
  const put = (value: string): string => isolated(value, speech.direction)
  const said = fillWording(
    text,
    {
      school: put(policy.name),
      names: speech.names(toSay.names),
      date: speech.direction === 'rtl' ? put(speech.date(toSay.date)) : speech.date(toSay.date),
      session: speech.session(toSay.session),
      time: put(speech.time(toSay.time)),
      phone: put(policy.phone),
      // Not isolated: a phone would take the mark that ends it for a part of the address.
      ...(toSay.page === undefined ? {} : { page: toSay.page }),
      ...(toSay.missed ? sayMissed(toSay.missed, speech, put) : {}),
      ...(toSay.leave ? { from: put(speech.date(toSay.leave.from)), until: put(speech.date(toSay.leave.until)) } : {}),
      ...(toSay.meeting ? sayMeeting(toSay.meeting, speech, put) : {}),
    },
    toSay.names.length,
  )
  return withPlainMarks(speech.direction === 'rtl' ? `${RIGHT_TO_LEFT_MARK}${said}` : said)
}

/** The carriers that may be given the text, the first before the second. */
const carriersOf = ({ texts: { provider, second } }: Policy): readonly Carrier[] =>
  second === 'none' ? [provider] : [provider, second]

const isWhole = (body: string, policy: Policy): boolean =>
  carriersOf(policy).every((carrier) => asCarried(carrier, body).lost.length === 0)

/** The language of the policy the contact is to read it in, or why none. */
const chosen = (policy: Policy, wording: WordingName, asked: string | undefined) => {
  const tag = languageAsked(asked, policy)
  if (tag === 'en') return { because: 'english' } as const
  const language: Language | undefined = tag === undefined ? undefined : policy.translations[tag]
  if (tag === undefined || language === undefined) return { because: 'unknown' } as const
  const translation = language.wordings[wording]
  if (translation === undefined) return { because: 'no-translation' } as const
  const because = stateOf(language, translation, policy.wordings[wording])
  const candidate: Candidate = { wording, language: tag, text: translation.says, speech: speechOf(language) }
  return because === 'approved' ? { because, candidate } : { because }
}

const english = (policy: Policy, wording: WordingName): Candidate => ({
  wording,
  language: 'en',
  text: policy.wordings[wording],
  speech: ENGLISH_SPEECH,
})

/**
 * The body and how it came about. A translation no speaker has approved is never among what may go. Where a carrier could not send the
 * letters, English goes; where a name would not survive in English either, the family is asked to ring.
 */
export const compose = (policy: Policy, toSay: ToSay): Composed => {
  const asked = toSay.isRingOnly ? toSay.ringOnly : toSay.wording
  const { because, candidate } = chosen(policy, asked, toSay.language)
  const ring = chosen(policy, toSay.ringOnly, toSay.language).candidate
  const namesSurvive = toSay.names.every((name) => plainValue(name) !== '')
  const candidates: readonly Candidate[] = [
    ...(namesSurvive || asked === toSay.ringOnly ? [...(candidate ? [candidate] : []), english(policy, asked)] : []),
    ...(ring ? [ring] : []),
  ]
  const last = english(policy, toSay.ringOnly)
  const sent = candidates.find((each) => isWhole(fill(each, policy, toSay), policy)) ?? last
  const isAsked = sent.wording === asked && (candidate === undefined || sent === candidate)
  return {
    body: asCarried(policy.texts.provider, fill(sent, policy, toSay)).body,
    wording: sent.wording,
    language: sent.language,
    because: isAsked ? because : 'letters',
    version: wordingVersion(sent.text),
  }
}
