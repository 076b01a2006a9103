import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2'
import { handOverOnce } from '../../../shared/adapters/texting/aws-texters.ts'
import { endUserMessagingTexter } from '../../../shared/adapters/texting/end-user-messaging.ts'
import type { Answer } from '../../support/provider-server.ts'
import { forAws } from './aws.ts'
import type { ProviderOfContract } from './provider.ts'
import { SHORT_PATIENCE, served } from './serving.ts'

const JSON_OF_AWS = 'application/x-amz-json-1.0'
const json = (status: number, body: unknown): Answer => ({ status, body, type: JSON_OF_AWS })
const error = (status: number, kind: string, more: object = {}): Answer =>
  json(status, { __type: `com.amazonaws.pinpointsmsvoicev2#${kind}`, Message: 'no', ...more })

const ON_THE_WAY = ['TEXT_QUEUED', 'TEXT_SENT', 'TEXT_PENDING'] as const
const LOST = [
  'TEXT_INVALID',
  'TEXT_INVALID_MESSAGE',
  'TEXT_UNREACHABLE',
  'TEXT_CARRIER_UNREACHABLE',
  'TEXT_BLOCKED',
  'TEXT_CARRIER_BLOCKED',
  'TEXT_SPAM',
  'TEXT_TTL_EXPIRED',
  'TEXT_PROTECT_BLOCKED',
] as const

export const endUserMessaging: ProviderOfContract = {
  provider: 'end-user-messaging',
  name: 'AWS End User Messaging',
  idOf: (nth) => `eum-${nth}`,
  open: () =>
    served(
      {
        'takes it': json(200, { MessageId: 'cae173d2-66b9-564c-8309-21f858e9fb84' }),
        'refuses the number': error(400, 'ValidationException', { Reason: 'INVALID_PARAMETER' }),
        'refuses our account': error(400, 'AccessDeniedException', { Reason: 'ACCOUNT_DISABLED' }),
        'is busy': error(400, 'ThrottlingException'),
        breaks: error(500, 'InternalServerException', { RequestId: 'r' }),
        'talks nonsense': json(200, {}),
      },
      (url) =>
        endUserMessagingTexter(new PinpointSMSVoiceV2Client({ ...forAws(url), ...handOverOnce(SHORT_PATIENCE) }), {
          configurationSet: 'firstbell',
          live: true,
        }),
    ),
  wordsIn: ({ body }) => JSON.parse(body).MessageBody,
  onThePhone: (words) => words,
  lookUp: { none: 'End User Messaging cannot be asked: what it says by itself names our reference' },
  fates: {
    none: 'its events are kept by the topic and the queue for days, and it has no call that says what became of a text',
  },
  receipts: {
    words: [
      ['TEXT_DELIVERED', 'delivered'],
      ['TEXT_SUCCESSFUL', 'delivered'],
      ...LOST.map((word) => [word, 'failed'] as const),
      ...ON_THE_WAY.map((word) => [word, 'on the way'] as const),
      ['TEXT_UNKNOWN', 'on the way'],
      ['A_WORD_OF_NEXT_YEAR', 'on the way'],
    ],
    say: (ways, eventType, { id, reference }) =>
      ways.topic('receipts', {
        eventType,
        eventVersion: '1.0',
        eventTimestamp: 1_768_213_801_000,
        isFinal: !ON_THE_WAY.some((word) => word === eventType),
        originationPhoneNumber: '+447700900900',
        destinationPhoneNumber: '+447700900101',
        isoCountryCode: 'GB',
        messageId: id,
        messageRequestTimestamp: 1_768_213_800_000,
        messageEncoding: 'GSM',
        messageType: 'TRANSACTIONAL',
        messageStatus: eventType.replace(/^TEXT_/, ''),
        messageStatusDescription: 'as documented',
        context: { reference },
        totalMessageParts: 1,
        totalMessagePrice: 0.04,
        totalCarrierFee: 0,
      }),
    echoes: true,
  },
  received: {
    say: (ways, { id, from, to, words }) =>
      ways.topic('inbound-text', {
        originationNumber: from,
        destinationNumber: to,
        messageKeyword: 'KEYWORD_of_the_number',
        messageBody: words,
        inboundMessageId: id,
        previousPublishedMessageId: 'a text of ours',
      }),
  },
  list: { none: 'its topic keeps trying the queue of parents’ texts for days, so none has to be looked for' },
  proof: { none: 'what it says comes by topics on which the policy of each lets it alone publish' },
}
