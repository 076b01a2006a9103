/** The words of letters: only fields that a letter has, every part that its kind must have, and colours in order. */
import { fieldsOf } from '../../shared/domain/wording.ts'
import { LETTER_BLOCKS, LETTER_FIELDS, type LetterWordingName } from '../letter-wordings.ts'
import { type Check, type Finding, when } from './check.ts'

const NAMES = Object.keys(LETTER_FIELDS) as LetterWordingName[] // the keys of a const object are its names

const eachLetter =
  (look: (name: LetterWordingName, parts: readonly (readonly [string, string])[]) => readonly Finding[]): Check =>
  ({ letters: { wordings } }) =>
    NAMES.flatMap((name) => {
      const { title, paragraphs } = wordings[name]
      const at = `letters.wordings.${name}`
      return look(name, [
        [`${at}.title`, title],
        ...paragraphs.map((words, index) => [`${at}.paragraphs.${index}`, words] as const),
      ])
    })

const isBlock = (name: LetterWordingName, words: string): boolean =>
  LETTER_BLOCKS[name].some((block) => words === `{${block}}`)

export const wholeLetterBraces = eachLetter((_name, parts) =>
  parts.flatMap(([field, words]) =>
    when(
      /[{}]/.test(words.replaceAll(/\{[^{}]*\}/g, '')),
      field,
      'has a bracket { or } without its partner.',
      'Write fields as in {child}.',
    ),
  ),
)

export const knownLetterFields = eachLetter((name, parts) => {
  const allowed: readonly string[] = LETTER_FIELDS[name]
  return parts
    .filter(([, words]) => !isBlock(name, words))
    .flatMap(([field, words]) =>
      fieldsOf(words)
        .filter((each) => !allowed.includes(each))
        .flatMap((each) =>
          when(
            true,
            field,
            `has {${each}}, which this letter cannot fill there.`,
            `Use ${allowed.map((known) => `{${known}}`).join(', ')}; alone in a paragraph also ${LETTER_BLOCKS[name].map((block) => `{${block}}`).join(', ')}.`,
          ),
        ),
    )
})

/**
 * What a letter of each kind may not leave out. A notice to improve states the record, the support given and offered, the improvement
 * and its time, and how to make contact. Source: statutory guidance on notices to improve.
 */
const NEEDED: Readonly<Record<LetterWordingName, readonly string[]>> = {
  'stage-1': ['percent', 'missed', 'phone', 'sessions'],
  'stage-1-illness': ['percent', 'missed', 'phone', 'sessions'],
  'stage-2': ['percent', 'missed', 'phone', 'sessions', 'meeting', 'reply-slip'],
  'stage-2-illness': ['percent', 'missed', 'phone', 'sessions', 'meeting', 'reply-slip'],
  'leave-granted': ['leave-from', 'leave-until', 'phone'],
  'leave-refused': ['leave-from', 'leave-until', 'phone'],
  'attend-meeting': ['percent', 'missed', 'phone', 'meeting'],
  'notice-to-improve': [
    'unauthorised',
    'from',
    'until',
    'sessions',
    'support',
    'improve-from',
    'improve-until',
    'improvement',
    'phone',
  ],
  'traffic-light-green': ['percent', 'days', 'phone'],
  'traffic-light-amber': ['percent', 'days', 'phone'],
  'traffic-light-red': ['percent', 'days', 'phone'],
  'full-attendance': ['certificate'],
}

export const neededInLetters = eachLetter((name, parts) => {
  const said = parts.flatMap(([, words]) => fieldsOf(words))
  return NEEDED[name]
    .filter((field) => !said.includes(field))
    .flatMap((field) => when(true, `letters.wordings.${name}`, `does not say {${field}}.`, `Put {${field}} into it.`))
})

/** Each thing a notice to improve must speak of in words: the warning, the duty, and what may be paid. */
const NOTICE_SAYS: readonly (readonly [RegExp, string])[] = [
  [/penalty notice/i, 'that a penalty notice may follow'],
  [/section 444/i, 'which law a parent may be breaking'],
  [/more help|further help|further support|more support/i, 'that there is more help'],
]

export const noticeIsWhole: Check = ({ letters: { wordings } }) => {
  const words = wordings['notice-to-improve'].paragraphs.join('\n')
  return NOTICE_SAYS.flatMap(([said, what]) =>
    when(!said.test(words), 'letters.wordings.notice-to-improve', `does not say ${what}.`, 'Say so in a paragraph.'),
  )
}

export const lightsInOrder: Check = ({ letters: { trafficLight } }) =>
  when(
    trafficLight.amber >= trafficLight.green,
    'letters.trafficLight.amber',
    `begins at ${trafficLight.amber}%, where it is green already.`,
    `Set it below ${trafficLight.green}.`,
  )

/** A letter that may lead to a fine or to court is read by a person first. */
export const legalLettersAreRead: Check = ({ letters: { release } }) =>
  when(
    release['notice-to-improve'] === 'automatic',
    'letters.release.notice-to-improve',
    'would go without anybody having read it.',
    'Set it to "person".',
  )
