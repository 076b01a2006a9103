/**
 * The flow of the absence line: it asks the function for each step, plays what is answered and brings back the keys. It decides nothing,
 * so that a change of the dialogue is no change of the flow.
 */
import { ask, choose, disconnect, type Flow, flowOf, keyed, play, putThrough, set } from './flow-parts.ts'

const SAY = '$.External.say'
const STEP = '$.External.step'
const KEYS = '$.StoredCustomerInput'

/** Where the function sends the flow: the values of `next` in events/hooks/connect.ts. */
const WAYS = {
  key: 'ask-key',
  date: 'ask-date',
  record: 'record-on',
  transfer: 'say-transfer',
  'hang-up': 'say-last',
} as const

const LONGEST_MESSAGE_SECONDS = 120

const recording = (name: string, is: 'Enabled' | 'Disabled', next: string) =>
  set(
    name,
    'UpdateContactRecordingBehavior',
    { RecordingBehavior: { RecordedParticipants: [], IVRRecordingBehavior: is } },
    next,
  )

/** `functionArn` answers the line; `endedFlowArn` runs when a caller hangs up. */
export const lineFlow = (functionArn: string, endedFlowArn: string): Flow => {
  const told = (name: string, heard: string, more: Readonly<Record<string, string>> = {}) =>
    ask(name, functionArn, { heard, step: STEP, ...more }, { next: 'route', failed: 'sorry' })
  return flowOf('quiet', [
    // What is keyed is a child's date of birth and a reason: none of it belongs in a log.
    set('quiet', 'UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Disabled' }, 'voice'),
    set('voice', 'UpdateContactTextToSpeechVoice', { TextToSpeechVoice: 'Amy' }, 'when-ended'),
    set('when-ended', 'UpdateContactEventHooks', { EventHooks: { CustomerRemaining: endedFlowArn } }, 'begin'),
    ask('begin', functionArn, { heard: 'begin', step: '0' }, { next: 'route', failed: 'sorry' }),
    choose('route', '$.External.next', WAYS, 'sorry'),
    keyed('ask-key', SAY, { most: 1, seconds: 6, next: 'told-key' }),
    told('told-key', 'keys', { keys: KEYS }),
    keyed('ask-date', SAY, { most: 8, seconds: 8, next: 'told-date' }),
    told('told-date', 'keys', { keys: KEYS }),
    recording('record-on', 'Enabled', 'ask-message'),
    // Any key ends the message, and so does its time.
    keyed('ask-message', SAY, { most: 1, seconds: LONGEST_MESSAGE_SECONDS, next: 'record-off' }),
    recording('record-off', 'Disabled', 'told-message'),
    told('told-message', 'recording'),
    play('say-transfer', SAY, 'put-through'),
    putThrough('put-through', '$.External.transferTo', { answered: 'told-answered', unanswered: 'told-unanswered' }),
    told('told-answered', 'answered'),
    told('told-unanswered', 'unanswered'),
    play('say-last', SAY, 'end'),
    play(
      'sorry',
      'Sorry, we cannot take your report at this moment. Please ring the school office, or ring this line again.',
      'end',
    ),
    disconnect('end'),
  ])
}

/** Runs when a caller hangs up, however far the call had come: what was told so far is kept. */
export const endedFlow = (functionArn: string): Flow =>
  flowOf('quiet', [
    set('quiet', 'UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Disabled' }, 'told-hang-up'),
    ask('told-hang-up', functionArn, { heard: 'hang-up' }, { next: 'end', failed: 'end' }),
    disconnect('end'),
  ])
