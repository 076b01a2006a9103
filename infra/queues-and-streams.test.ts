import { Match, Template } from 'aws-cdk-lib/assertions'
import { beforeAll, describe, expect, test } from 'vitest'
import { sampleStacks } from './sample-academies.ts'

interface Shape {
  readonly Type: string
  readonly Properties: Record<string, unknown>
  readonly Metadata?: Record<string, unknown>
}

let template: Template
let resources: Readonly<Record<string, Shape>>
const ofType = (type: string) => Object.entries(resources).filter(([, resource]) => resource.Type === type)
const idOf = (folder: string): string =>
  ofType('AWS::Lambda::Function').find(([, { Metadata }]) => Metadata?.['firstbell.folder'] === folder)?.[0] ?? folder

beforeAll(() => {
  template = Template.fromStack(sampleStacks(2).core)
  resources = template.toJSON().Resources
})

describe('what waits', () => {
  test.each(['dispatch', 'look-again', 'import', 'inbound-text', 'receipts'])(
    '%s takes from a queue, and only what failed comes again',
    (folder) => {
      template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
        FunctionName: { Ref: idOf(folder) },
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        EventSourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('Queue'), 'Arn'] },
      })
    },
  )

  test('a message stays hidden for more than six times as long as its reader may run, and ends in dead letters', () => {
    for (const [, { Properties }] of ofType('AWS::Lambda::EventSourceMapping')) {
      const source = Object(Properties.EventSourceArn)['Fn::GetAtt'][0]
      const queue = resources[source]
      if (queue?.Type !== 'AWS::SQS::Queue') continue
      const reader = resources[Object(Properties.FunctionName).Ref]
      expect(queue.Properties.VisibilityTimeout).toBeGreaterThan(6 * Number(reader?.Properties.Timeout))
      // A receipt may come before the record of its text: it comes again for two hours.
      const { VisibilityTimeout, RedrivePolicy } = queue.Properties
      const isReceipts = source.startsWith('ReceiptsQueue')
      expect(RedrivePolicy).toMatchObject({ maxReceiveCount: isReceipts ? 15 : 5 })
      if (isReceipts) expect(Number(VisibilityTimeout) * 15).toBe(120 * 60)
    }
  })

  test('every queue without dead letters is one that has an alarm', () => {
    const watched = JSON.stringify(ofType('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties.Dimensions))
    const last = ofType('AWS::SQS::Queue').filter(([, { Properties }]) => !('RedrivePolicy' in Properties))
    expect(last.length).toBeGreaterThan(0)
    for (const [id] of last) expect(watched).toContain(`"${id}"`)
  })

  test.each(['chronicle', 'judge', 'announce'])(
    '%s follows the stream, halves a bad batch and passes what is poison',
    (folder) => {
      template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
        FunctionName: { Ref: idOf(folder) },
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        MaximumBatchingWindowInSeconds: 1,
        MaximumRetryAttempts: Match.anyValue(),
        DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
      })
    },
  )

  test('only a change that asks for a look is judged', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FunctionName: { Ref: idOf('judge') },
      FilterCriteria: {
        Filters: [{ Pattern: '{"dynamodb":{"NewImage":{"act":{"M":{"look":{"BOOL":[true]}}}}}}' }],
      },
    })
  })

  test('what End User Messaging says waits on a queue as it was said', () => {
    const subscriptions = ofType('AWS::SNS::Subscription').map(([, { Properties }]) => Properties)
    expect(subscriptions).toHaveLength(2)
    for (const each of subscriptions) expect(each).toMatchObject({ Protocol: 'sqs', RawMessageDelivery: true })
  })

  test('only End User Messaging of this account, by its own service, may speak on the topics of texts', () => {
    const topics = ofType('AWS::SNS::Subscription').map(([, { Properties }]) => Object(Properties.TopicArn).Ref)
    const policies = ofType('AWS::SNS::TopicPolicy').map(([, { Properties }]) => JSON.stringify(Properties))
    for (const topic of topics) {
      const [policy = ''] = policies.filter((each) => each.includes(topic))
      const allows = JSON.parse(policy).PolicyDocument.Statement.filter(
        ({ Effect }: { readonly Effect: string }) => Effect === 'Allow',
      )
      expect(allows).toMatchObject([
        { Action: 'sns:Publish', Principal: { Service: 'sms-voice.amazonaws.com' }, Condition: { StringEquals: {} } },
      ])
    }
  })

  test('both delivery logs of SNS are read, since it tells nowhere else what became of a text', () => {
    template.resourceCountIs('AWS::Logs::SubscriptionFilter', 2)
    const names = JSON.stringify(ofType('AWS::Logs::LogGroup').map(([, { Properties }]) => Properties.LogGroupName))
    expect(names).toContain('/DirectPublishToPhoneNumber"')
    expect(names).toContain('/DirectPublishToPhoneNumber/Failure"')
  })

  test('an uploaded file starts its import without a function of CDK’s own', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      NotificationConfiguration: {
        QueueConfigurations: [
          Match.objectLike({
            Event: 's3:ObjectCreated:*',
            Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'uploads/' }] } },
          }),
        ],
      },
    })
  })
})
