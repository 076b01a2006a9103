/** The topics of the template, each handing on to the queues that subscribe to it. */
import type { Clock } from '../shared/ports/world.ts'
import type { Queues } from './queues.ts'
import type { Wiring } from './wiring.ts'

export interface Topics {
  /** Publishes to every queue that subscribes, in the envelope of SNS unless the subscription asks for the bare message. */
  publish(topicArn: string, message: string): void
  /** The topic whose messages end, by way of a queue, at the function in this folder. Throws when there is none. */
  leadingTo(folder: string): string
}

export const makeTopics = (wiring: Wiring, clock: Clock, queues: Queues): Topics => {
  let count = 0
  return {
    publish(topicArn, message) {
      const id = `notification-${++count}`
      for (const subscription of wiring.subscriptions.filter(({ TopicArn }) => TopicArn === topicArn)) {
        const envelope = {
          Type: 'Notification',
          MessageId: id,
          TopicArn: topicArn,
          Message: message,
          Timestamp: clock.now(),
          SignatureVersion: '1',
          Signature: '',
          SigningCertURL: '',
          UnsubscribeURL: '',
        }
        queues.send(subscription.Endpoint, [subscription.RawMessageDelivery ? message : JSON.stringify(envelope)])
      }
    },
    leadingTo(folder) {
      const target = wiring.functions.find((one) => one.folder === folder)
      const sources = wiring.mappings
        .filter(({ FunctionName }) => FunctionName === target?.arn)
        .map((one) => one.EventSourceArn)
      const subscription = wiring.subscriptions.find(({ Endpoint }) => sources.includes(Endpoint))
      if (!subscription) throw new Error(`No topic of the stack leads to functions/${folder}.`)
      return subscription.TopicArn
    },
  }
}
