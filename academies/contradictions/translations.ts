import { wordingVersion } from '../../shared/domain/texts/languages.ts'
import { fieldsOf } from '../../shared/domain/wording.ts'
import { MERGE_FIELDS, type Policy, type WordingName } from '../policy.ts'
import { type Check, type Finding, when } from './check.ts'

type Language = Policy['translations'][string]
type Translation = NonNullable<Language['wordings'][WordingName]>

/** One translation, with the path of its field in the policy. */
interface Found {
  readonly path: string
  readonly name: WordingName
  readonly translation: Translation
  readonly english: string
}

const eachTranslation =
  (look: (found: Found) => readonly Finding[]): Check =>
  ({ translations, wordings }) =>
    Object.entries(translations).flatMap(([tag, { wordings: translated }]) =>
      (Object.keys(translated) as WordingName[]).flatMap((name) => {
        const translation = translated[name]
        const path = `translations.${tag}.wordings.${name}`
        return translation === undefined ? [] : look({ path, name, translation, english: wordings[name] })
      }),
    )

/** One child, two and several: Arabic has a form for each. */
const MOST_FORMS = 3
const FEWEST_DANGER_WORDS = 10

const braced = (fields: readonly string[]): string => fields.map((field) => `{${field}}`).join(', ')

export const translationsHaveWholeBraces = eachTranslation(({ path, translation: { says } }) =>
  when(
    /[{}]/.test(says.replaceAll(/\{[^{}]*\}/g, '')),
    `${path}.says`,
    'has a bracket { or } without its partner.',
    'Write each field as its English does.',
  ),
)

export const translationsCountToThree = eachTranslation(({ path, translation: { says } }) =>
  when(
    (says.match(/\{[^{}]*\}/g) ?? []).some((field) => field.split('|').length > MOST_FORMS),
    `${path}.says`,
    'offers more than three words for one, two and several children.',
    'Write {one|several}, or {one|two|several} where the language has a form for two.',
  ),
)

/** A translation that said more would tell a ring-only contact of the child; one that said less would leave out whom it is about. */
export const translationsSayTheSame = eachTranslation(
  ({ path, name, translation: { says, english: from }, english }) => {
    const allowed: readonly string[] = MERGE_FIELDS[name]
    const unknown = fieldsOf(says).filter((field) => !allowed.includes(field))
    // Made from another English, it is not sent, and may well need other fields.
    const missing =
      from === wordingVersion(english) ? fieldsOf(english).filter((field) => !fieldsOf(says).includes(field)) : []
    return [
      ...when(
        unknown.length > 0,
        `${path}.says`,
        `has ${braced(unknown)}, which its English may not have.`,
        `Use only ${braced(allowed)}, and {one|several} or {one|two|several} where the words differ.`,
      ),
      ...when(
        missing.length > 0,
        `${path}.says`,
        `leaves out ${braced(missing)} of its English.`,
        `Put ${braced(missing)} into it.`,
      ),
    ]
  },
)

/** Marks of direction are set round each name and number when a text is put together. */
export const translationsHoldNoHiddenMarks = eachTranslation(({ path, translation: { says } }) =>
  when(
    /(?![\u200C\u200D])[\p{Cc}\p{Cf}]/u.test(says),
    `${path}.says`,
    'holds a character that is not seen, such as a line break or a mark of direction.',
    'Take it out: Firstbell sets the marks of direction itself.',
  ),
)

export const approvalsAreWhole = eachTranslation(({ path, translation }) => {
  const { approvedBy, approvedOn, approvedText } = translation
  const given = [approvedBy, approvedOn, approvedText].filter((each) => each !== undefined)
  return when(
    given.length > 0 && given.length < 3,
    path,
    'is approved by halves.',
    'Write approvedBy, approvedOn and approvedText, as npm run policy -- languages shows them, or none of them.',
  )
})

export const languagesSayDates: Check = ({ translations }) =>
  Object.entries(translations).flatMap(([tag, { speech }]) => [
    ...when(
      ['weekday', 'day', 'month'].some((field) => !fieldsOf(speech.date).includes(field)),
      `translations.${tag}.speech.date`,
      `is “${speech.date}”, which is not a whole date.`,
      'Write it with {weekday}, {day} and {month}.',
    ),
    ...when(
      /[{}]/.test(speech.date.replaceAll(/\{(weekday|day|month)\}/g, '')),
      `translations.${tag}.speech.date`,
      'has a field or a bracket that a date has not.',
      'Write it with {weekday}, {day} and {month}, and no other bracket.',
    ),
  ])

/** A list that is there to be active cannot be emptied; a language without one would hear danger in English alone. */
export const dangerInEachLanguage: Check = ({ translations }) =>
  Object.entries(translations).flatMap(
    ([
      tag,
      {
        name,
        danger: { words, readBy, readOn },
      },
    ]) => [
      ...when(
        words.length < FEWEST_DANGER_WORDS,
        `translations.${tag}.danger.words`,
        `lists ${words.length}: too few to hear a child in danger in ${name}, and the list cannot be switched off.`,
        `Keep a list of at least ${FEWEST_DANGER_WORDS}, as families write them.`,
      ),
      ...when(
        (readBy === undefined) !== (readOn === undefined),
        `translations.${tag}.danger`,
        'was read by halves.',
        'Write both readBy and readOn, or neither.',
      ),
    ],
  )

/** English is what translations are made from. */
export const englishIsNoTranslation: Check = ({ translations }) =>
  when('en' in translations, 'translations.en', 'is a translation into English.', 'Write English texts under wordings.')
