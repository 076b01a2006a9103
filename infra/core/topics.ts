import type { Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Queue } from 'aws-cdk-lib/aws-sqs'

/** An encrypted topic on which one AWS service of this account may publish. */
const topicFor = (stack: Stack, id: string, key: Key, service: string): Topic => {
  const topic = new Topic(stack, id, { masterKey: key, enforceSSL: true })
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: 'ServicePublishes',
      principals: [new ServicePrincipal(`${service}.amazonaws.com`)],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  )
  return topic
}

/** Where alarms go; the operator subscribes people to it. */
export const alarmsTopic = (stack: Stack, key: Key): Topic => topicFor(stack, 'Alarms', key, 'cloudwatch')

/** A topic that End User Messaging speaks on; what it says waits, as it was said, on a queue. */
export const heardOnQueue = (stack: Stack, id: string, key: Key, queue: Queue): Topic => {
  const topic = topicFor(stack, id, key, 'sms-voice')
  topic.addSubscription(new SqsSubscription(queue, { rawMessageDelivery: true }))
  return topic
}
