/**
 * The phone network on one machine. It keeps every text handed over, and says what became of it, and what parents answer, through the
 * same topics, queues and log groups by which a provider says it.
 */
import { gzipSync } from 'node:zlib'
import type { Instant } from '../shared/domain/time.ts'
import type { OutgoingText, Provider, Texter } from '../shared/ports/texter.ts'
import type { FaultBoard } from './faults.ts'

export type ReceiptState = 'delivered' | 'failed'

export interface CarriedText {
  readonly id: string
  readonly provider: Provider
  readonly at: Instant
  readonly text: OutgoingText
  readonly state: 'accepted' | 'uncertain' | ReceiptState
}

export interface InboundText {
  readonly from: string
  readonly to: string
  readonly body: string
}

/** How the provider's word reaches the stack. */
export interface Channels {
  receipt(event: unknown): void
  deliveryLog(event: unknown): void
  inbound(event: unknown): void
}

export interface Carrier {
  texter(provider: Provider): Texter
  texts(): readonly CarriedText[]
  /** Says what became of a text; `undefined` when there is no such text. */
  receipt(id: string, state: ReceiptState, at: Instant): CarriedText | undefined
  /** A text from a parent. It names our latest text to that number, as End User Messaging does. */
  reply(text: InboundText): void
  /** Called for each text accepted. */
  onAccepted(listener: (text: CarriedText) => void): void
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

export const phoneNetwork = (faults: FaultBoard, channels: Channels): Carrier => {
  const texts: CarriedText[] = []
  const listeners: ((text: CarriedText) => void)[] = []
  let inbound = 0

  const take = (provider: Provider, text: OutgoingText, at: Instant, state: CarriedText['state']): CarriedText => {
    const carried = { id: `text-${texts.length + 1}`, provider, at, text, state }
    texts.push(carried)
    return carried
  }

  return {
    texter: (provider) => ({
      async send(text, now) {
        const trouble = faults.now().provider
        if (trouble === 'down' || trouble === '429') return { outcome: 'busy' }
        if (trouble === 'refuses') return { outcome: 'refused', why: 'the network refuses the number' }
        if (trouble === 'broken') return { outcome: 'uncertain' }
        if (trouble === 'slow') {
          // The network took it and its answer came after the caller had given up: that is what uncertain means.
          take(provider, text, now, 'uncertain')
          return { outcome: 'uncertain' }
        }
        const carried = take(provider, text, now, 'accepted')
        for (const listener of listeners) listener(carried)
        const echoed = provider === 'end-user-messaging' ? { echoed: true as const } : {}
        return { outcome: 'accepted', providerId: carried.id, ...echoed }
      },
    }),
    texts: () => texts,
    receipt(id, state, at) {
      const place = texts.findIndex((text) => text.id === id)
      const found = texts[place]
      if (!found) return undefined
      const moved = { ...found, state }
      texts[place] = moved
      if (found.provider === 'sns') channels.deliveryLog(deliveryLogEvent(found, state, at))
      else channels.receipt(messagingEvent(found, state, at))
      return moved
    },
    reply({ from, to, body }) {
      const previous = texts.findLast(({ text }) => text.to === from && text.from === to)
      channels.inbound({
        originationNumber: from,
        destinationNumber: to,
        messageKeyword: 'KEYWORD',
        messageBody: body,
        inboundMessageId: `inbound-${++inbound}`,
        ...(previous ? { previousPublishedMessageId: previous.id } : {}),
      })
    },
    onAccepted: (listener) => {
      listeners.push(listener)
    },
  }
}
