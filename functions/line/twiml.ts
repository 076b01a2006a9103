/** What Twilio is told to do next, in its markup. Source: Twilio documentation, "TwiML for Programmable Voice". */
import type { LineRoute } from './routes-table.ts'
import type { Answered } from './take-step.ts'

const ROUTE: LineRoute = 'POST /hooks/twilio/voice'
const [, VOICE] = ROUTE.split(' ')

const VOICE_OF = 'language="en-GB"'
const MOST_SECONDS = 120
const RING_SECONDS = 20

/** Text as it may stand in markup. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)

const say = (text: string): string => (text === '' ? '' : `<Say ${VOICE_OF}>${escaped(text)}</Say>`)

/** Our own address for the answer; its step is signed with the rest of it. */
export const voiceAddress = (step: number | 'transcript' | 'unread'): string => `${VOICE}?step=${step}`

const back = (step: number | 'unread'): string => `action="${voiceAddress(step)}" method="POST"`

/** A message of at most two minutes; its words come later, to `words`. */
const recorded = (step: number | 'unread', words: 'transcript' | 'unread'): string =>
  `<Record maxLength="${MOST_SECONDS}" timeout="5" finishOnKey="#" playBeep="true" transcribe="true" transcribeCallback="${voiceAddress(words)}" ${back(step)}/>`

const GATHER = `timeout="6" actionOnEmptyResult="true" ${VOICE_OF}`

const VERBS: Readonly<Record<Answered['next'], (answered: Answered) => string>> = {
  key: ({ say: text, step }) =>
    `<Gather input="dtmf speech" numDigits="1" finishOnKey="" speechTimeout="auto" ${GATHER} ${back(step)}>${say(text)}</Gather>`,
  date: ({ say: text, step }) =>
    `<Gather input="dtmf" numDigits="8" finishOnKey="#" ${GATHER} ${back(step)}>${say(text)}</Gather>`,
  // A recording in which nothing is said is not posted: the call goes on to the next verb, which says so.
  record: ({ say: text, step }) =>
    `${say(text)}${recorded(step, 'transcript')}<Redirect method="POST">${voiceAddress(step)}</Redirect>`,
  transfer: ({ say: text, step, transferTo = '' }) =>
    `${say(text)}<Dial timeout="${RING_SECONDS}" ${back(step)}><Number>${escaped(transferTo)}</Number></Dial>`,
  'hang-up': ({ say: text }) => `${say(text)}<Hangup/>`,
}

const response = (verbs: string): string => `<?xml version="1.0" encoding="UTF-8"?><Response>${verbs}</Response>`

/** The markup for an answer of the line. */
export const twiml = (answered: Answered): string => response(VERBS[answered.next](answered))

const SORRY =
  'Sorry, something is wrong with this line. Please say after the tone who you are, which child you ring about and why, or ring the school office. Press hash when you have finished.'

/** What a caller hears whose call cannot be told from any other: a message is taken once, or thanked for. */
export const lastResort = (isRecorded: boolean): string =>
  response(
    isRecorded ? `${say('Thank you. Goodbye.')}<Hangup/>` : `${say(SORRY)}${recorded('unread', 'unread')}<Hangup/>`,
  )
