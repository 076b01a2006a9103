/** How each provider tells the stack what became of a text and what a parent answered: in its documented words, by its own way. */
import { gzipSync } from 'node:zlib'
import { callbackFor } from '../shared/adapters/texting/twilio-callback.ts'
import type { Instant } from '../shared/domain/time.ts'
import type { Provider } from '../shared/ports/texter.ts'
import type { HookCall, RunAccounts } from './accounts.ts'
import type { CarriedText, InboundText, ProviderWord, ReceiptState } from './carrier.ts'

/** The ways into the stack. */
export interface Channels {
  receipt(event: unknown): void
  deliveryLog(event: unknown): void
  inbound(event: unknown): void
  hook(call: HookCall): void
}

/** The documented event of End User Messaging. */
const messagingEvent = ({ id, text }: CarriedText, state: ReceiptState, at: Instant) => ({
  eventType: state === 'delivered' ? 'TEXT_DELIVERED' : 'TEXT_UNREACHABLE',
  eventVersion: '1.0',
  eventTimestamp: Date.parse(at),
  isFinal: true,
  originationPhoneNumber: text.from,
  destinationPhoneNumber: text.to,
  isoCountryCode: 'GB',
  messageId: id,
  messageRequestTimestamp: Date.parse(at),
  messageEncoding: 'GSM',
  messageType: 'TRANSACTIONAL',
  messageStatus: state === 'delivered' ? 'DELIVERED' : 'UNREACHABLE',
  messageStatusDescription:
    state === 'delivered' ? 'Message has been accepted by phone' : 'Phone is currently unreachable',
  context: { reference: text.reference },
  totalMessageParts: 1,
  totalMessagePrice: 0,
  totalCarrierFee: 0,
})

/** The line SNS writes to its delivery log group, as a subscription filter hands it on. */
const deliveryLogEvent = ({ id, text, at: sent }: CarriedText, state: ReceiptState, at: Instant) => {
  const message = JSON.stringify({
    notification: { messageId: id, timestamp: sent },
    delivery: {
      destination: text.to,
      smsType: 'Transactional',
      providerResponse:
        state === 'delivered' ? 'Message has been accepted by phone' : 'Phone is currently unreachable/unavailable',
    },
    status: state === 'delivered' ? 'SUCCESS' : 'FAILURE',
  })
  const data = {
    messageType: 'DATA_MESSAGE',
    owner: '000000000000',
    logGroup: `sns/eu-west-2/000000000000/DirectPublishToPhoneNumber${state === 'delivered' ? '' : '/Failure'}`,
    logStream: 'local',
    subscriptionFilters: ['local'],
    logEvents: [{ id: `${id}-${state}`, timestamp: Date.parse(at), message }],
  }
  return { awslogs: { data: gzipSync(JSON.stringify(data)).toString('base64') } }
}

/** GOV.UK Notify's callbacks. It writes numbers without the plus. */
const notifyReceipt = ({ id, text, at: sent }: CarriedText, state: ReceiptState, at: Instant) => ({
  id,
  reference: text.key,
  to: text.to,
  status: state === 'delivered' ? 'delivered' : 'permanent-failure',
  created_at: sent,
  completed_at: at,
  sent_at: sent,
  notification_type: 'sms',
  template_id: '00000000-0000-4000-8000-000000000000',
  template_version: 1,
})

const TWILIO_ID_DIGITS = 32
const twilioId = (count: number): string => `SM${count.toString(16).padStart(TWILIO_ID_DIGITS, '0')}`

/** Numbered as our own ids are, where the provider's ids have no shape that matters here. */
const plainId = (count: number): string => `text-${count}`
const plainInboundId = (count: number): string => `inbound-${count}`

export const providerWords = (channels: Channels, accounts: RunAccounts): Readonly<Record<Provider, ProviderWord>> => {
  const twoWay = ({ from, to, body }: InboundText, id: string, previous: CarriedText | undefined): void =>
    channels.inbound({
      originationNumber: from,
      destinationNumber: to,
      messageKeyword: 'KEYWORD',
      messageBody: body,
      inboundMessageId: id,
      ...(previous ? { previousPublishedMessageId: previous.id } : {}),
    })
  return {
    sns: {
      id: plainId,
      inboundId: plainInboundId,
      receipt: (text, state, at) => channels.deliveryLog(deliveryLogEvent(text, state, at)),
      // SNS hears nothing; the same number is two-way through End User Messaging.
      reply: twoWay,
    },
    'end-user-messaging': {
      id: plainId,
      inboundId: plainInboundId,
      receipt: (text, state, at) => channels.receipt(messagingEvent(text, state, at)),
      reply: twoWay,
    },
    notify: {
      id: plainId,
      inboundId: plainInboundId,
      receipt: (text, state, at) =>
        channels.hook(accounts.byNotify('POST /hooks/notify/receipt', notifyReceipt(text, state, at))),
      reply: ({ from, to, body }, id) =>
        channels.hook(
          accounts.byNotify('POST /hooks/notify/received', {
            id,
            source_number: from.replace(/^\+/, ''),
            destination_number: to.replace(/^\+44/, '0'),
            message: body,
          }),
        ),
    },
    twilio: {
      id: twilioId,
      inboundId: (count) => twilioId(count).replace(/^SM0/, 'SMf'),
      receipt: ({ id, text }, state) =>
        channels.hook(
          accounts.byTwilio(
            'POST /hooks/twilio/receipt',
            {
              MessageSid: id,
              MessageStatus: state === 'delivered' ? 'delivered' : 'undelivered',
              To: text.to,
              From: text.from,
            },
            new URL(callbackFor('https://local.example.org', text.reference)).search.slice(1),
          ),
        ),
      reply: ({ from, to, body }, id) =>
        channels.hook(
          accounts.byTwilio('POST /hooks/twilio/sms', {
            MessageSid: id,
            From: from,
            To: to,
            Body: body,
            NumSegments: '1',
            NumMedia: '0',
          }),
        ),
    },
  }
}
