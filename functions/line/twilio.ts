/** Twilio: each of its calls to our address brings an answer and takes the next sentence away as markup. */
import { type TwilioVoice, TwilioVoiceInPartV1, TwilioVoiceV1 } from '../../events/hooks/twilio.ts'
import type { ProviderAccounts } from '../../shared/adapters/texting/accounts.ts'
import { addressCalled, LONGEST_FORM, twilioSignatures } from '../../shared/adapters/texting/twilio-signature.ts'
import type { Input } from '../../shared/domain/line/call.ts'
import { e164 } from '../../shared/domain/number.ts'
import type { HttpAnswer, HttpRequest } from '../../shared/platform/http.ts'
import { TAKEN, UNVERIFIED } from '../../shared/platform/provider-calls.ts'
import { isOneOf } from '../../shared/platform/same-secret.ts'
import { brokenRule, keepUnread } from '../../shared/platform/unread.ts'
import { callerNumber } from './caller-number.ts'
import { NO_SUCH_CALL, type StepPorts, takeStep } from './take-step.ts'
import { takeTranscript } from './take-transcript.ts'
import { lastResort, twiml } from './twiml.ts'

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

/** The words of a recording. Those of a call that is not known are kept whole: somebody said them. */
const takeWords = async (request: HttpRequest, said: TwilioVoice, ports: StepPorts): Promise<HttpAnswer> => {
  const { CallSid: call, To: to, RecordingSid: recording, TranscriptionText: words } = said
  if (recording === undefined || said.TranscriptionStatus !== 'completed' || words.trim() === '') return TAKEN
  const taken = await takeTranscript({ call, to, recording, words }, ports)
  if (taken === 'unknown') await keepUnread(request, NO_SUCH_CALL, ports)
  return TAKEN
}

const markup = (body: string): HttpAnswer => ({ status: 200, body, headers: { 'content-type': 'text/xml' } })

const isStep = (step: string): boolean => /^(\d{1,3}|transcript)$/.test(step)

/**
 * A proved call in another shape than is documented is kept whole. While it can be told whose call it is, the conversation goes on as if
 * nothing had been said; otherwise a message is taken, which comes back to an address of its own and is kept whole too.
 */
const readInPart = async (
  request: HttpRequest,
  form: URLSearchParams,
  ports: StepPorts,
): Promise<TwilioVoice | undefined> => {
  const fields = Object.fromEntries(form)
  const whole = TwilioVoiceV1.safeParse(fields)
  const isOurs = isStep(request.query.step ?? '0')
  if (whole.success && isOurs) return whole.data
  const broken = whole.success ? { field: 'step', rule: 'not_a_step' } : brokenRule(whole.error)
  await keepUnread(request, broken, ports)
  const { RecordingSid, DialCallStatus, ...part } = TwilioVoiceInPartV1.safeParse(fields).data ?? {}
  if (!isOurs || !('CallSid' in part)) return undefined
  return {
    ...part,
    ...(RecordingSid === undefined ? {} : { RecordingSid }),
    ...(DialCallStatus === undefined ? {} : { DialCallStatus }),
  }
}

/** Answers a webhook: verified over its whole address and every field before anything of it is read. */
export const answerTwilio = async (
  request: HttpRequest,
  accounts: readonly ProviderAccounts[],
  ports: StepPorts,
): Promise<HttpAnswer> => {
  const { route, query, headers, body = '' } = request
  if (body.length > LONGEST_FORM) return UNVERIFIED
  const form = new URLSearchParams(body)
  const signatures = twilioSignatures(accounts, addressCalled(route, query), form)
  if (!isOneOf(headers['x-twilio-signature'] ?? '', signatures)) return UNVERIFIED
  const said = await readInPart(request, form, ports)
  if (said === undefined) return markup(lastResort(form.has('RecordingSid')))
  const { step = '0' } = query
  if (step === 'transcript') return takeWords(request, said, ports)
  const number = callerNumber(said.From)
  const answered = await takeStep(
    {
      call: said.CallSid,
      to: said.To,
      from: number === undefined ? undefined : e164(number),
      step: Number(step),
      input: inputOf(said),
    },
    ports,
  )
  return markup(twiml(answered))
}
