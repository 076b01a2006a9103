/**
 * What Twilio posts to us, as form fields. Only what is used is read. Source: Twilio documentation, "Messaging webhooks", "TwiML for
 * Programmable Voice: request parameters", "Gather", "Record" and "Dial".
 */
import * as z from 'zod'
import { textSender } from '../values.ts'

const messageSid = z
  .string()
  .regex(/^(SM|MM)[0-9a-f]{32}$/, 'a message of Twilio has an id like SM and 32 hexadecimal digits')
const MOST_SPOKEN = 5000
const MOST_WRITTEN = 20_000
const number = z.string().regex(/^\+?\d{3,15}$/, 'a number is digits with an optional plus')

export const TwilioReceiptV1 = z.object({ MessageSid: messageSid, MessageStatus: z.string().max(30) })

export const TwilioReceivedV1 = z.object({
  MessageSid: messageSid,
  From: textSender,
  To: number,
  Body: z.string().max(MOST_WRITTEN),
})

/** A call, an answer on it, or its end. A number that is withheld comes as a word, or as the digits that spell one. */
export const TwilioVoiceV1 = z.object({
  CallSid: z.string().regex(/^CA[0-9a-f]{32}$/, 'a call of Twilio has an id like CA and 32 hexadecimal digits'),
  From: z.string().max(40).default(''),
  To: number,
  CallStatus: z.string().max(30).default(''),
  Digits: z
    .string()
    .regex(/^([0-9*#]{0,20}|hangup)$/, 'keys are digits, * and #')
    .default(''),
  SpeechResult: z.string().max(MOST_SPOKEN).default(''),
  RecordingSid: z
    .string()
    .regex(/^RE[0-9a-f]{32}$/, 'a recording of Twilio has an id like RE and 32 hexadecimal digits')
    .exactOptional(),
  RecordingDuration: z.coerce.number().int().min(0).default(0),
  DialCallStatus: z.string().max(30).exactOptional(),
  TranscriptionStatus: z.string().max(30).default(''),
  TranscriptionText: z.string().max(MOST_WRITTEN).default(''),
})
export type TwilioVoice = z.output<typeof TwilioVoiceV1>

/** As much of the words as may be looked at, for what they may say of danger. */
const beginning = (most: number) =>
  z
    .string()
    .transform((words) => words.slice(0, most).toWellFormed())
    .catch('')

/**
 * What is left of a call that is not as documented: enough to go on talking to whoever rings. The whole of it is kept for the operator, so
 * nothing that is left out here is lost.
 */
export const TwilioVoiceInPartV1 = TwilioVoiceV1.extend({
  From: TwilioVoiceV1.shape.From.catch(''),
  CallStatus: TwilioVoiceV1.shape.CallStatus.catch(''),
  Digits: TwilioVoiceV1.shape.Digits.catch(''),
  SpeechResult: beginning(MOST_SPOKEN),
  RecordingSid: TwilioVoiceV1.shape.RecordingSid.or(z.undefined()).catch(undefined),
  // However long it is said to be, there is something to listen to.
  RecordingDuration: TwilioVoiceV1.shape.RecordingDuration.catch(1),
  DialCallStatus: TwilioVoiceV1.shape.DialCallStatus.or(z.undefined()).catch(undefined),
  TranscriptionStatus: TwilioVoiceV1.shape.TranscriptionStatus.catch(''),
  TranscriptionText: beginning(MOST_WRITTEN),
})
