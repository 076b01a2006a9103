/**
 * The queues of the template: at least once, hidden while handled, back after the visibility timeout when handling failed,
 * and to the dead letters after the redrive policy's count.
 */
import * as z from 'zod'
import { addMinutes, type Instant } from '../shared/domain/time.ts'
import type { Calls } from './calls.ts'
import type { VirtualClock } from './clock.ts'
import type { FaultBoard } from './faults.ts'
import { matches } from './patterns.ts'
import type { MappingWiring, QueueWiring, Wiring } from './wiring.ts'

export interface HeldMessage {
  readonly id: string
  readonly body: string
  readonly sent: Instant
  visible: Instant
  received: number
}

export interface Queues {
  /** Puts bodies on a queue named by arn or address. Throws when there is no such queue. */
  send(queue: string, bodies: readonly string[], delaySeconds?: number): void
  /** Hands out what is visible now. True when there was anything. */
  pump(): Promise<boolean>
  /** What a queue holds, seen or unseen. */
  holds(queue: string): readonly Readonly<HeldMessage>[]
  /** Queues that nothing reads and that hold something: dead letters and last resorts. */
  deadLetters(): readonly { readonly queue: string; readonly bodies: readonly string[] }[]
}

/** What Lambda hands out at once unless a mapping says otherwise. */
const MOST_IN_BATCH = 10

const Answer = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) })

const recordOf = (message: HeldMessage, queueArn: string) => ({
  messageId: message.id,
  receiptHandle: `${message.id}-${message.received}`,
  body: message.body,
  attributes: {
    ApproximateReceiveCount: String(message.received),
    SentTimestamp: String(Date.parse(message.sent)),
    ApproximateFirstReceiveTimestamp: String(Date.parse(message.sent)),
    SenderId: 'local',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: queueArn,
  awsRegion: 'eu-west-2',
})

const parsedBody = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}

const wanted = (mapping: MappingWiring, message: HeldMessage): boolean =>
  !mapping.FilterCriteria ||
  mapping.FilterCriteria.Filters.some(({ Pattern }) => matches(JSON.parse(Pattern), { body: parsedBody(message.body) }))

export const makeQueues = (wiring: Wiring, clock: VirtualClock, faults: FaultBoard, calls: () => Calls): Queues => {
  const held = new Map<string, HeldMessage[]>(wiring.queues.map(({ arn }) => [arn, []]))
  let count = 0

  const find = (queue: string): QueueWiring => {
    const name = queue.split(/[:/]/).at(-1)
    const found = wiring.queues.find(({ arn }) => arn === queue || arn.split(':').at(-1) === name)
    if (!found) throw new Error(`The stack has no queue ${queue}.`)
    return found
  }
  const messagesOf = (arn: string): HeldMessage[] => held.get(arn) ?? []

  const put = (queue: QueueWiring, message: HeldMessage): void => {
    messagesOf(queue.arn).push(message)
    if (message.visible > clock.now()) clock.wake(message.visible)
  }

  const receive = (queue: QueueWiring, most: number): readonly HeldMessage[] => {
    const now = clock.now()
    const visible = messagesOf(queue.arn).filter((message) => message.visible <= now)
    const redrive = queue.RedrivePolicy
    const spent = redrive ? visible.filter((message) => message.received >= redrive.maxReceiveCount) : []
    for (const message of spent) {
      remove(queue.arn, message)
      if (redrive) put(find(redrive.deadLetterTargetArn), { ...message, visible: now, received: 0 })
    }
    const batch = visible.filter((message) => !spent.includes(message)).slice(0, most)
    for (const message of batch) {
      message.received++
      message.visible = addMinutes(now, queue.VisibilityTimeout / 60)
    }
    return batch
  }

  const remove = (arn: string, message: HeldMessage): void => {
    const messages = messagesOf(arn)
    const place = messages.indexOf(message)
    if (place >= 0) messages.splice(place, 1)
  }

  const failedOf = async (mapping: MappingWiring, batch: readonly HeldMessage[]): Promise<readonly HeldMessage[]> => {
    try {
      const event = { Records: batch.map((message) => recordOf(message, mapping.EventSourceArn)) }
      const answer = Answer.safeParse(await calls().call(mapping.FunctionName, event))
      if (!answer.success || !mapping.FunctionResponseTypes.includes('ReportBatchItemFailures')) return []
      const failed = answer.data.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)
      const known = batch.filter(({ id }) => failed.includes(id))
      return known.length === failed.length ? known : batch
    } catch {
      return batch
    }
  }

  const deliver = async (mapping: MappingWiring, queue: QueueWiring): Promise<boolean> => {
    const received = receive(queue, mapping.BatchSize ?? MOST_IN_BATCH)
    const batch = received.filter((message) => wanted(mapping, message))
    for (const message of received.filter((one) => !batch.includes(one))) remove(queue.arn, message)
    if (batch.length === 0) return received.length > 0
    const times = faults.now().twice ? 2 : 1
    const failed = (await Promise.all(Array.from({ length: times }, () => failedOf(mapping, batch)))).flat()
    for (const message of batch) {
      if (failed.includes(message)) clock.wake(message.visible)
      else remove(queue.arn, message)
    }
    return true
  }

  const mappings = wiring.mappings.flatMap((mapping) => {
    const queue = wiring.queues.find(({ arn }) => arn === mapping.EventSourceArn)
    return queue ? [{ mapping, queue }] : []
  })

  return {
    send(queue, bodies, delaySeconds) {
      const wired = find(queue)
      const now = clock.now()
      const visible = addMinutes(now, (delaySeconds ?? wired.DelaySeconds) / 60)
      for (const body of bodies) put(wired, { id: `message-${++count}`, body, sent: now, visible, received: 0 })
    },
    async pump() {
      let any = false
      for (const { mapping, queue } of mappings) {
        // As many batches as are waiting now, as functions that run side by side take them; what comes meanwhile waits its turn.
        const waiting = messagesOf(queue.arn).filter(({ visible }) => visible <= clock.now()).length
        for (let left = waiting; left > 0; left -= mapping.BatchSize ?? MOST_IN_BATCH)
          any = (await deliver(mapping, queue)) || any
      }
      return any
    },
    holds: (queue) => messagesOf(find(queue).arn),
    deadLetters: () =>
      wiring.queues
        .filter(({ arn }) => !mappings.some(({ queue }) => queue.arn === arn))
        .map(({ arn }) => ({ queue: arn.split(':').at(-1) ?? arn, bodies: messagesOf(arn).map(({ body }) => body) }))
        .filter(({ bodies }) => bodies.length > 0),
  }
}
