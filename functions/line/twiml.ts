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
export const voiceAddress = (step: number | 'transcript'): string => `${VOICE}?step=${step}`

const back = (step: number): string => `action="${voiceAddress(step)}" method="POST"`

const GATHER = `timeout="6" actionOnEmptyResult="true" ${VOICE_OF}`

const VERBS: Readonly<Record<Answered['next'], (answered: Answered) => string>> = {
  key: ({ say: text, step }) =>
    `<Gather input="dtmf speech" numDigits="1" finishOnKey="" speechTimeout="auto" ${GATHER} ${back(step)}>${say(text)}</Gather>`,
  date: ({ say: text, step }) =>
    `<Gather input="dtmf" numDigits="8" finishOnKey="#" ${GATHER} ${back(step)}>${say(text)}</Gather>`,
  // A recording in which nothing is said is not posted: the call goes on to the next verb, which says so.
  record: ({ say: text, step }) =>
    `${say(text)}<Record maxLength="${MOST_SECONDS}" timeout="5" finishOnKey="#" playBeep="true" transcribe="true" transcribeCallback="${voiceAddress('transcript')}" ${back(step)}/><Redirect method="POST">${voiceAddress(step)}</Redirect>`,
  transfer: ({ say: text, step, transferTo = '' }) =>
    `${say(text)}<Dial timeout="${RING_SECONDS}" ${back(step)}><Number>${escaped(transferTo)}</Number></Dial>`,
  'hang-up': ({ say: text }) => `${say(text)}<Hangup/>`,
}

/** The markup for an answer of the line. */
export const twiml = (answered: Answered): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Response>${VERBS[answered.next](answered)}</Response>`
