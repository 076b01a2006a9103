/** Amazon Connect: its flow asks for each step, plays what is answered, and brings back the keys. It knows nothing of the dialogue. */
import type { ConnectAnswer, ConnectCall } from '../../events/hooks/connect.ts'
import type { Input } from '../../shared/domain/line/call.ts'
import { e164 } from '../../shared/domain/number.ts'
import { keepUnread } from '../../shared/platform/unread.ts'
import { callerNumber } from './caller-number.ts'
import { NO_SUCH_CALL, type StepPorts, takeStep } from './take-step.ts'
import { takeTranscript } from './take-transcript.ts'

type Details = ConnectCall['Details']

const inputOf = ({ ContactData, Parameters: { heard, keys } }: Details): Input => {
  if (heard === 'recording') return { kind: 'recording', recording: ContactData.ContactId }
  if (heard === 'answered' || heard === 'unanswered') return { kind: 'transfer', answered: heard === 'answered' }
  if (heard === 'hang-up') return { kind: 'hang-up' }
  return heard === 'keys' && keys !== '' && keys !== 'Timeout' ? { kind: 'keys', keys } : { kind: 'silence' }
}

const GONE: ConnectAnswer = { say: '', next: 'hang-up', step: '0', transferTo: '' }

/** The answer to one invocation by the flow: flat strings, never null. */
export const answerConnect = async ({ Details: details }: ConnectCall, ports: StepPorts): Promise<ConnectAnswer> => {
  const { ContactData, Parameters } = details
  const call = ContactData.ContactId
  const to = ContactData.SystemEndpoint.Address
  if (Parameters.heard === 'transcript') {
    const taken = await takeTranscript({ call, to, recording: call, words: Parameters.words }, ports)
    if (taken === 'unknown')
      await keepUnread({ route: 'Amazon Connect', body: JSON.stringify(details) }, NO_SUCH_CALL, ports)
    return GONE
  }
  const number = callerNumber(ContactData.CustomerEndpoint?.Address)
  const { say, next, step, transferTo } = await takeStep(
    {
      call,
      to,
      from: number === undefined ? undefined : e164(number),
      step: Parameters.heard === 'begin' ? 0 : Number(Parameters.step),
      input: inputOf(details),
    },
    ports,
  )
  return { say, next, step: String(step), transferTo: transferTo ?? '' }
}
