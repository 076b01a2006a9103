/** The languages of texts other than English: how each says dates and names, its wordings, and who has approved them. */
import * as z from 'zod'
import { PAGE_SENTENCES, type PageSentence } from '../shared/domain/family-page/english.ts'
import { date, words } from './policy-parts.ts'
import { MERGE_FIELDS, type WordingName } from './wordings.ts'

const phrase = z.string().min(1).max(40)
const mark = z
  .string()
  .regex(/^[0-9a-z]{13}$/, 'a mark is the 13 letters and digits that npm run policy -- languages shows')

export const TRANSLATED = (Object.keys(MERGE_FIELDS) as WordingName[]) // the keys of a const object are its names
  .filter((name) => !name.startsWith('page-'))

const translation = z.strictObject({
  says: z.string().min(1).max(600).describe('The text in this language, with the fields of its English.'),
  english: mark.describe('Mark of the English it was made from: another English, and it is not sent.'),
  approvedBy: z
    .string()
    .min(2)
    .max(80)
    .exactOptional()
    .describe('The speaker of the language who has read and approved it.'),
  approvedOn: date.exactOptional().describe('The day of that approval.'),
  approvedText: mark.exactOptional().describe('Mark of what was approved: altered since, and it is not sent.'),
})

const PAGE_SENTENCE_NAMES = Object.keys(PAGE_SENTENCES) as PageSentence[] // the keys of a const object are its names

const speech = z.strictObject({
  and: phrase.describe('Between the last two names, with its spaces.'),
  comma: phrase.describe('Between the names before those, with its spaces.'),
  weekdays: z.array(phrase).length(7).describe('Monday to Sunday, as a date says them.'),
  months: z.array(phrase).length(12).describe('January to December, as a date says them.'),
  date: z.string().min(1).max(60).describe('A date, with {weekday}, {day} and {month}.'),
  sessions: z.strictObject({
    AM: phrase.describe('The morning, as the wordings say it.'),
    PM: phrase.describe('The afternoon, as the wordings say it.'),
  }),
})

const danger = z.strictObject({
  words: words.describe(
    'Page the safeguarding lead at once, in whatever language the rest is. Heard whether or not a speaker has read them: a page for nothing costs less than one that does not come.',
  ),
  readBy: z.string().min(2).max(80).exactOptional().describe('The speaker of the language who has read the list.'),
  readOn: date.exactOptional().describe('The day on which they read it.'),
})

const language = z.strictObject({
  name: phrase.describe('The language in English.'),
  ownName: phrase.describe('The language in the language.'),
  alsoCalled: z.array(phrase).describe('Other names and codes by which contact files call it.'),
  direction: z.enum(['ltr', 'rtl']).describe('Written from left to right, or from right to left.'),
  speech: speech.describe('How names, dates and sessions are said.'),
  danger: danger.default({ words: [] }).describe('Danger words in this language, beside those of replies.dangerWords.'),
  wordings: z
    .partialRecord(z.enum(TRANSLATED), translation)
    .describe('The texts that are translated; others go in English.'),
  page: z
    .partialRecord(z.enum(PAGE_SENTENCE_NAMES), translation)
    .default({})
    .describe('The page of a child’s record: in this language once every sentence of it is approved.'),
})

/** By language tag. */
export const translations = z.record(
  z.string().regex(/^[a-z]{2,3}$/, 'a language is named by its tag of two or three small letters, like pl'),
  language,
)
