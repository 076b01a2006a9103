import { fieldsOf } from '../../shared/domain/wording.ts'
import { MERGE_FIELDS, type Policy, type WordingName } from '../policy.ts'
import { type Check, type Finding, when } from './check.ts'

const NAMES = Object.keys(MERGE_FIELDS) as WordingName[] // the keys of a const object are its names

const eachWording =
  (look: (name: WordingName, wording: string) => readonly Finding[]): Check =>
  ({ wordings }: Policy) =>
    NAMES.flatMap((name) => look(name, wordings[name]))

const choices = (name: WordingName): string => MERGE_FIELDS[name].map((field) => `{${field}}`).join(', ')

export const wholeBraces = eachWording((name, wording) =>
  when(
    /[{}]/.test(wording.replaceAll(/\{[^{}]*\}/g, '')),
    `wordings.${name}`,
    'has a bracket { or } without its partner.',
    `Write fields as in ${choices(name)}.`,
  ),
)

export const twoAlternatives = eachWording((name, wording) =>
  when(
    [...wording.matchAll(/\{([^{}]*)\}/g)].some(([, inner = '']) => inner.split('|').length > 2),
    `wordings.${name}`,
    'offers more than two words in one pair of brackets: there is one for one child and one for several.',
    'Write {one|several}, such as {is|are}.',
  ),
)

/** Nobody but a parent, or who lives with the child, is told more than to ring the school. */
export const knownFields = eachWording((name, wording) => {
  const allowed: readonly string[] = MERGE_FIELDS[name]
  return fieldsOf(wording)
    .filter((field) => !allowed.includes(field))
    .flatMap((field) =>
      name.endsWith('-ring-only') && ['names', 'date', 'session', 'time', 'page'].includes(field)
        ? when(
            true,
            `wordings.${name}`,
            `has {${field}}, but goes to people who may not be told about the child.`,
            `Take it out; it may use only ${choices(name)}.`,
          )
        : when(
            true,
            `wordings.${name}`,
            `has the unknown field {${field}}.`,
            `Use only ${choices(name)}, and {one|several} where the words differ.`,
          ),
    )
})

/** What each must say. Policy: the school by its own name, the exact date and session, the child, and whom to ring. */
const NEEDED: Readonly<Partial<Record<WordingName, readonly string[]>>> = {
  unreported: ['school', 'names', 'date', 'session', 'phone'],
  late: ['school', 'names', 'date', 'time'],
  correction: ['school', 'names', 'date', 'time'],
  ladder: ['school', 'names', 'date', 'phone'],
  warning: ['school', 'names', 'daysMissed', 'since', 'phone'],
  'meeting-invitation': ['school', 'names', 'date', 'time', 'place'],
  'meeting-reminder': ['school', 'names', 'date', 'time', 'place'],
  'leave-granted': ['school', 'names', 'from', 'until'],
  'leave-refused': ['school', 'names', 'from', 'until', 'phone'],
  acknowledgement: ['school'],
  'unreported-ring-only': ['school', 'phone'],
  'late-ring-only': ['school', 'phone'],
  'correction-ring-only': ['school'],
  'ladder-ring-only': ['school', 'phone'],
  'page-brake': ['link'],
  'page-safeguarding': ['link'],
  'page-referral': ['link'],
  'page-late-sweep': ['link'],
}

/** A text that leaves out who writes, whom it is about, when, whom to ring or where to look helps nobody. */
export const neededFields = eachWording((name, wording) => {
  const said = fieldsOf(wording)
  return (NEEDED[name] ?? []).flatMap((field) =>
    when(!said.includes(field), `wordings.${name}`, `does not say {${field}}.`, `Put {${field}} into it.`),
  )
})

/** A mark says where a child is registered, not that the child is safe. */
export const correctionPromisesNothing: Check = ({ wordings }) =>
  when(
    /\bsafe(ly)?\b/i.test(wordings.correction),
    'wordings.correction',
    'says that a child is safe, which a mark cannot know.',
    'Say only where and when the child was marked.',
  )

const toFamilies = (look: (name: WordingName, wording: string) => readonly Finding[]): Check =>
  eachWording((name, wording) => (name.startsWith('page-') ? [] : look(name, wording)))

/** A family is told the days: a percentage in a text reads as a mark out of a hundred, and is disputed. */
export const daysNotPercent = toFamilies((name, wording) =>
  when(
    /%|per ?cent/i.test(wording),
    `wordings.${name}`,
    'speaks of a percentage.',
    name === 'warning'
      ? 'Say {daysMissed} and {since}.'
      : 'Say what happened and when; days missed stand in the warning.',
  ),
)

/** "Code O", "marked N", "a U mark": a letter of the register, which is the school's shorthand and may be disputed before a court. */
const CODE_LETTER =
  /(?<![\p{L}\p{N}])(?:[Cc]odes?|[Mm]arked|[Mm]arked as|[Cc]oded|[Cc]oded as)\s+(?:an?\s+)?["'“”‘’]?\p{Lu}\d?["'“”‘’]?(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])["'“‘]?\p{Lu}\d?["'”’]?\s+(?:code|mark)s?(?![\p{L}\p{N}])/u

/** Policy: a text names the child, the date and the session; never a code. */
export const noCodeLetters = toFamilies((name, wording) =>
  when(
    CODE_LETTER.test(wording),
    `wordings.${name}`,
    `speaks of a code of the register, “${CODE_LETTER.exec(wording)?.[0] ?? ''}”.`,
    'Say in words what happened.',
  ),
)

/** Everything that is asked of wordings. */
export const WORDING_CHECKS: readonly Check[] = [
  wholeBraces,
  twoAlternatives,
  knownFields,
  neededFields,
  correctionPromisesNothing,
  daysNotPercent,
  noCodeLetters,
]
