/** The sentences of the line. Plain English, short enough to be heard once, and never a code or a mark. */
import { nextSchoolDay } from '../calendar.ts'
import { spokenDate } from '../time.ts'
import { fillWording, spokenNames } from '../wording.ts'
import type { CallState, Learned, LineFacts, Move, Phrase } from './call.ts'
import { TOLD } from './turns.ts'

const name = (key: string, { children }: LineFacts): string => children.find((child) => child.key === key)?.name ?? ''

const office = ({ policy }: LineFacts): string =>
  policy.line.transfer === 'none' ? '' : ' Press 0 to speak to the office.'

/** Words are offered only where the network brings them: Twilio does, the flow of Amazon Connect takes keys. */
const inWords = ({ policy }: LineFacts, offer: string): string => (policy.line.provider === 'twilio' ? offer : '')

const whichChild = (facts: LineFacts): string => {
  const keys = facts.children.map((child, index) => `Press ${index + 1} for ${child.name}.`)
  return `${keys.join(' ')} Press 8 to key in a date of birth, or 9 for all of them.${inWords(facts, ' You may also say a name.')}${office(facts)}`
}

const reasons = (facts: LineFacts): string => {
  const keys = facts.policy.line.reasons.map(({ says }, index) => `${index + 1} for ${says}`)
  return `Why will your child be away? Press ${keys.join(', ')}, or 9 to tell us in a message.${inWords(facts, ' You may also say it.')}`
}

const asDate = (date: string, { today }: LineFacts): string =>
  date === today ? `today, ${spokenDate(date)}` : spokenDate(date)

/** "Amelia will be away today, Monday 12 January, and back on Wednesday 14 January. The reason is illness." */
const readBack = (learned: Learned, facts: LineFacts): string => {
  const names = spokenNames(learned.pupils.map((key) => name(key, facts)))
  const back =
    learned.until === undefined
      ? '. You do not know for how long'
      : `, and back on ${spokenDate(nextSchoolDay(facts.calendar, learned.until))}`
  const reason = learned.reason === TOLD ? 'what you told us' : (learned.reason ?? '')
  return `${names} will be away ${asDate(facts.from, facts)}${back}. The reason is ${reason}. Press 1 if that is right, 2 to begin again, or 3 if it is right and you want to add a message.`
}

type Sentence = (learned: Learned, facts: LineFacts) => string

const SENTENCES: Readonly<Record<Phrase, Sentence>> = {
  greeting: (_, { policy }) => fillWording(policy.line.greeting, { school: policy.name, phone: policy.phone }, 1),
  closed: (_, { policy }) => `This line is not in use. Please ring ${policy.phone}. Goodbye.`,
  again: () => 'Sorry, we did not follow that.',
  'one-child': (_, facts) =>
    `Are you ringing about ${facts.children[0]?.name ?? ''}? Press 1 for yes, or 2 if it is about somebody else.${office(facts)}`,
  'which-child': (_, facts) => whichChild(facts),
  'birth-date': () =>
    'Key in the child’s date of birth as eight figures: two for the day, two for the month, four for the year.',
  stranger: (_, facts) =>
    `Key in the child’s date of birth as eight figures: two for the day, two for the month, four for the year. Or press the hash key to go on without it.${office(facts)}`,
  reasons: (_, facts) => reasons(facts),
  tell: () => 'Please tell us why your child will be away. Press the hash key when you have finished.',
  days: (_, facts) =>
    `For how many school days, the first being ${asDate(facts.from, facts)}? Press 1 to 8, or 9 if you do not know.${inWords(facts, ' You may also say when your child will be back.')}`,
  'read-back': readBack,
  'leave-message': () =>
    'Please say your name, the child’s name and class, why the child is away and for how long. Press the hash key when you have finished.',
  'not-followed': () => 'Sorry, we could not follow. Please leave a message.',
  'office-busy': () => 'Sorry, nobody can come to the telephone. Please leave a message.',
  'putting-through': () => 'We are putting you through to the office.',
  thanks: () => 'Thank you. Goodbye.',
  'thanks-report': () => 'Thank you. The office has your report. Goodbye.',
}

/** The words of a move, as they stand at this moment: names come from the facts of now, never from what was kept. */
export const spoken = (move: Move, { learned }: Pick<CallState, 'learned'>, facts: LineFacts): string =>
  move.say.map((phrase) => SENTENCES[phrase](learned, facts)).join(' ')
