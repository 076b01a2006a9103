import { gzipSync } from 'node:zlib'
import { SNSClient } from '@aws-sdk/client-sns'
import { handOverOnce } from '../../../shared/adapters/texting/aws-texters.ts'
import { snsTexter } from '../../../shared/adapters/texting/sns.ts'
import type { Answer } from '../../support/provider-server.ts'
import { forAws } from './aws.ts'
import type { ProviderOfContract } from './provider.ts'
import { SHORT_PATIENCE, served } from './serving.ts'

const XMLNS = 'http://sns.amazonaws.com/doc/2010-03-31/'
const xml = (status: number, body: string): Answer => ({ status, body, type: 'text/xml' })
const error = (status: number, type: 'Sender' | 'Receiver', code: string): Answer =>
  xml(
    status,
    `<ErrorResponse xmlns="${XMLNS}"><Error><Type>${type}</Type><Code>${code}</Code><Message>no</Message></Error><RequestId>r</RequestId></ErrorResponse>`,
  )

/** One line of the delivery logs, as SNS documents them. */
const line = (status: string, providerResponse: string, id: string) => ({
  notification: { messageId: id, timestamp: '2026-01-12 10:30:01.412' },
  delivery: {
    phoneCarrier: 'Example Mobile',
    mnc: 1,
    numberOfMessageParts: 1,
    destination: '+447700900101',
    priceInUSD: 0.04,
    smsType: 'Transactional',
    mcc: 234,
    providerResponse,
    dwellTimeMs: 599,
    dwellTimeMsUntilDeviceAck: 1344,
  },
  status,
})

export const sns: ProviderOfContract = {
  provider: 'sns',
  name: 'SNS',
  idOf: (nth) => `sns-${nth}`,
  open: () =>
    served(
      {
        'takes it': xml(
          200,
          `<PublishResponse xmlns="${XMLNS}"><PublishResult><MessageId>567910cd-659e-55d4-8ccb-5aaf14679dc0</MessageId></PublishResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></PublishResponse>`,
        ),
        'refuses the number': error(400, 'Sender', 'InvalidParameter'),
        'refuses our account': error(403, 'Sender', 'InvalidClientTokenId'),
        'is busy': error(429, 'Sender', 'Throttled'),
        breaks: error(503, 'Receiver', 'ServiceUnavailable'),
        'talks nonsense': xml(200, '<html><p>One moment'),
      },
      (url) => snsTexter(new SNSClient({ ...forAws(url), ...handOverOnce(SHORT_PATIENCE) })),
    ),
  wordsIn: ({ body }) => new URLSearchParams(body).get('Message') ?? '',
  onThePhone: (words) => words,
  lookUp: { none: 'SNS keeps nothing of ours and cannot be asked: an uncertain text is a person’s to settle' },
  fates: { none: 'SNS says what became of a text in its delivery logs and nowhere else' },
  receipts: {
    words: [
      ['SUCCESS: Message has been accepted by phone', 'delivered'],
      ['SUCCESS: Message has been accepted by phone carrier', 'delivered'],
      ['FAILURE: Phone is currently unreachable/unavailable', 'failed'],
      ['FAILURE: Blocked as spam by phone carrier', 'failed'],
      ['FAILURE: Unknown error attempting to reach phone', 'failed'],
      ['CONTROL_MESSAGE', 'on the way'],
    ],
    async say(ways, word, { id }) {
      const [status = '', response = ''] = word.split(': ')
      const isLine = response !== ''
      const data = {
        messageType: isLine ? 'DATA_MESSAGE' : 'CONTROL_MESSAGE',
        owner: '000000000000',
        logGroup: 'sns/eu-west-2/000000000000/DirectPublishToPhoneNumber',
        logStream: 'x',
        subscriptionFilters: ['x'],
        logEvents: isLine ? [{ id: 'x', timestamp: 0, message: JSON.stringify(line(status, response, id)) }] : [],
      }
      await ways.deliveryLog({ awslogs: { data: gzipSync(JSON.stringify(data)).toString('base64') } })
    },
    echoes: false,
  },
  received: { none: 'SNS hears nothing: parents answer a two-way number of End User Messaging' },
  list: { none: 'SNS hears nothing' },
  proof: { none: 'its delivery logs come by CloudWatch Logs, which the permission of the function names alone' },
}
