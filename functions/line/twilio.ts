/** Twilio: each of its calls to our address brings an answer and takes the next sentence away as markup. */
import { type TwilioVoice, TwilioVoiceV1 } from '../../events/hooks/twilio.ts'
import type { ProviderAccounts } from '../../shared/adapters/texting/accounts.ts'
import { twilioSignatures } from '../../shared/adapters/texting/twilio-signature.ts'
import type { Input } from '../../shared/domain/line/call.ts'
import { e164 } from '../../shared/domain/number.ts'
import type { HttpAnswer, HttpRequest } from '../../shared/platform/http.ts'
import { TAKEN, UNREADABLE, UNVERIFIED } from '../../shared/platform/provider-calls.ts'
import { isOneOf } from '../../shared/platform/same-secret.ts'
import { callerNumber } from './caller-number.ts'
import { type StepPorts, takeStep } from './take-step.ts'
import { takeTranscript } from './take-transcript.ts'
import { twiml } from './twiml.ts'

/** A status by which Twilio says that a call is over. */
const OVER = ['completed', 'busy', 'failed', 'no-answer', 'canceled']

const inputOf = (said: TwilioVoice): Input => {
  // Whoever rings off while recording has still said something.
  if (said.RecordingSid !== undefined && said.RecordingDuration > 0)
    return { kind: 'recording', recording: said.RecordingSid }
  if (said.DialCallStatus !== undefined)
    return { kind: 'transfer', answered: ['completed', 'answered'].includes(said.DialCallStatus) }
  if (OVER.includes(said.CallStatus)) return { kind: 'hang-up' }
  if (/^[0-9*#]+$/.test(said.Digits)) return { kind: 'keys', keys: said.Digits }
  return said.SpeechResult.trim() === '' ? { kind: 'silence' } : { kind: 'speech', words: said.SpeechResult }
}

const takeWords = async (
  { CallSid, To, RecordingSid, ...said }: TwilioVoice,
  ports: StepPorts,
): Promise<HttpAnswer> => {
  if (RecordingSid !== undefined && said.TranscriptionStatus === 'completed' && said.TranscriptionText.trim() !== '')
    await takeTranscript({ call: CallSid, to: To, recording: RecordingSid, words: said.TranscriptionText }, ports)
  return TAKEN
}

/** Answers a webhook: verified over its whole address and every field before anything of it is read. */
export const answerTwilio = async (
  { route, query, headers, body = '' }: HttpRequest,
  accounts: readonly ProviderAccounts[],
  ports: StepPorts,
): Promise<HttpAnswer> => {
  const form = new URLSearchParams(body)
  const [, path = ''] = route.split(' ')
  const asked = new URLSearchParams(query).toString()
  const signatures = twilioSignatures(accounts, asked === '' ? path : `${path}?${asked}`, form)
  if (!isOneOf(headers['x-twilio-signature'] ?? '', signatures)) return UNVERIFIED
  const said = TwilioVoiceV1.safeParse(Object.fromEntries(form))
  const { step = '0' } = query
  if (!said.success || !/^(\d{1,3}|transcript)$/.test(step)) return UNREADABLE
  if (step === 'transcript') return takeWords(said.data, ports)
  const number = callerNumber(said.data.From)
  const answered = await takeStep(
    {
      call: said.data.CallSid,
      to: said.data.To,
      from: number === undefined ? undefined : e164(number),
      step: Number(step),
      input: inputOf(said.data),
    },
    ports,
  )
  return { status: 200, body: twiml(answered), headers: { 'content-type': 'text/xml' } }
}
