/** What was done with the family, in the letter of a referral: a paragraph for each meeting, request and offer, a table of the texts. */
import type { Block } from '../letters/model.ts'
import { shortDate } from '../letters/written-date.ts'
import { spokenTime } from '../time.ts'
import type { Casework, ReferredLeave, ReferredMeeting, ReferredSupport } from './casework.ts'

const heading = (text: string): Block => ({ is: 'heading', text })
const paragraph = (text: string): Block => ({ is: 'paragraph', text })

/** Nobody's own full stop is doubled. */
const sentence = (text: string): string => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`)
const said = (who: string, words: string | null): string => (words === null ? '' : ` ${who}: ${sentence(words)}`)

const INVITED: Readonly<Record<ReferredMeeting['told'], string>> = {
  letter: 'Invited by letter',
  text: 'Invited by text',
  person: 'Told by a member of staff',
}

const invitation = ({ told, arrangedOn, invited }: ReferredMeeting): string =>
  invited.length === 0
    ? `${INVITED[told]}, arranged on ${shortDate(arrangedOn)}.`
    : `${INVITED[told]}: ${invited.map(({ name, on }) => (on === null ? `${name} (not sent)` : `${name} (${shortDate(on)})`)).join(', ')}.`

const OUTCOME: Readonly<Record<ReferredMeeting['state'], (meeting: ReferredMeeting) => string>> = {
  arranged: () => 'It is still to be held.',
  attended: ({ came }) => `${came.join(' and ')} came.`,
  'not-attended': () => 'Nobody of the family came.',
  rearranged: ({ because }) => `It was moved: ${sentence(because ?? '')}`,
  cancelled: ({ because }) => `It was cancelled: ${sentence(because ?? '')}`,
}

const meetingText = (meeting: ReferredMeeting): string => {
  const { date, time, place, state, minutes, pupilSaid, parentsSaid, dutyExplained } = meeting
  const duty = dutyExplained ? ' The parents’ duty in law was explained.' : ''
  return `${shortDate(date)}, ${spokenTime(time)}, ${place}. ${invitation(meeting)} ${OUTCOME[state](meeting)}${said('Minutes', minutes)}${said('The child said', pupilSaid)}${said('The parents said', parentsSaid)}${duty}`
}

const meetings = ({ meetings: all, actions }: Casework): readonly Block[] => [
  heading('Meetings of the ATTEND panel'),
  ...(all.length === 0
    ? [paragraph('No meeting was arranged in the last year.')]
    : [{ is: 'list' as const, items: all.map(meetingText) }]),
  ...(actions.length === 0
    ? []
    : [
        {
          is: 'table' as const,
          summary: 'What was agreed',
          columns: ['What was agreed', 'On', 'By', 'Came of it'],
          shares: [0.42, 0.21, 0.21, 0.16],
          rows: actions.map(({ words, agreedOn, due, state }) => [words, shortDate(agreedOn), shortDate(due), state]),
        },
      ]),
]

const ANSWER: Readonly<Record<string, string>> = {
  accepted: 'Accepted',
  declined: 'Declined',
  done: 'Done',
}

const offerText = ({ kind, on, words, agency, answer, answerWords, answeredOn }: ReferredSupport): string => {
  const what =
    kind === 'request' ? `asked of ${agency ?? 'an agency'}` : kind === 'return' ? 'plan for the return' : 'offered'
  const came =
    answer === null
      ? 'No answer yet.'
      : `${ANSWER[answer] ?? answer}${answeredOn === null ? '' : ` on ${shortDate(answeredOn)}`}${answerWords ? `: ${sentence(answerWords)}` : '.'}`
  return `${shortDate(on)}, ${what}: ${sentence(words)} ${came}`
}

const support = ({ offers }: Casework): readonly Block[] => [
  heading('Support offered, with the answers'),
  offers.length === 0
    ? paragraph('No offer is on record beside the help named above.')
    : { is: 'list', items: offers.map(offerText) },
]

const STATE: Readonly<Record<string, string>> = {
  asked: 'Not decided yet.',
  granted: 'Granted by the Head',
  refused: 'Refused by the Head',
  withdrawn: 'Withdrawn by the family.',
}

const leaveText = (request: ReferredLeave): string => {
  const { askedOn, askedBy, from, until, purpose, words, state, decidedOn, because, granted } = request
  const decision =
    decidedOn === null
      ? (STATE[state] ?? state)
      : `${STATE[state] ?? state} on ${shortDate(decidedOn)}${granted === null ? '' : ` for ${shortDate(granted.from)} to ${shortDate(granted.until)}`}: ${sentence(because ?? '')}`
  return `Asked by ${askedBy} on ${shortDate(askedOn)} for ${shortDate(from)} to ${shortDate(until)} (${purpose}): ${sentence(words)} ${decision}`
}

const leave = ({ leave: all }: Casework): readonly Block[] => [
  heading('Requests for leave of absence'),
  all.length === 0 ? paragraph('No leave was asked for in the last year.') : { is: 'list', items: all.map(leaveText) },
]

/** Kinds of text in the words of somebody who does not know Firstbell. */
const ABOUT: Readonly<Record<string, string>> = {
  unreported: 'absence not explained',
  late: 'late arrival',
  correction: 'correction',
  warning: 'attendance falling',
  ladder: 'no contact yet',
  reminder: 'reminder of a meeting',
  acknowledgement: 'thanks for an answer',
}

const texts = ({ texts: all }: Casework): readonly Block[] => [
  heading('Texts to the family'),
  all.length === 0
    ? paragraph('No text went to the family in the time of these sessions.')
    : {
        is: 'table',
        summary: 'Texts to the family',
        columns: ['Date', 'Time', 'About', 'To', 'State'],
        shares: [0.22, 0.1, 0.27, 0.26, 0.15],
        rows: all.map(({ date, time, kind, to, state }) => [shortDate(date), time, ABOUT[kind] ?? kind, to, state]),
      },
]

export const caseworkBlocks = (casework: Casework): readonly Block[] => [
  ...meetings(casework),
  ...support(casework),
  ...leave(casework),
  ...texts(casework),
]
