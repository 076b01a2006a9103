import { expect, test } from 'vitest'
import { readStacks } from './template.ts'
import { readWiring } from './wiring.ts'

/** A place in the text of `Fn::Sub`. */
const part = (name: string): string => ['$', '{', name, '}'].join('')

const core = {
  Resources: {
    Table: {
      Type: 'AWS::DynamoDB::GlobalTable',
      Properties: {
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      },
    },
    Dead: { Type: 'AWS::SQS::Queue', Properties: {} },
    Look: {
      Type: 'AWS::SQS::Queue',
      Properties: {
        VisibilityTimeout: 60,
        RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 3 },
      },
    },
    Sweep: {
      Type: 'AWS::Lambda::Function',
      Metadata: { 'firstbell.folder': 'sweep' },
      Properties: {
        Timeout: 30,
        Environment: {
          Variables: {
            TABLE: { Ref: 'Table' },
            QUEUE: { Ref: 'Look' },
            ARN: { 'Fn::GetAtt': ['Look', 'Arn'] },
            WHERE: { 'Fn::Sub': `in ${part('AWS::Region')}: ${part('Look.QueueName')} ${part('!kept')}` },
          },
        },
      },
    },
  },
  Outputs: { SweepArn: { Value: { 'Fn::GetAtt': ['Sweep', 'Arn'] }, Export: { Name: 'Core:SweepArn' } } },
}

const academies = {
  Resources: {
    Close: {
      Type: 'AWS::Scheduler::Schedule',
      Properties: {
        ScheduleExpression: 'cron(15 9 ? * MON-FRI *)',
        ScheduleExpressionTimezone: 'Europe/London',
        Target: {
          Arn: { 'Fn::ImportValue': 'Core:SweepArn' },
          Input: { 'Fn::Join': ['', ['{"academy":"', 'springbank', '"}']] },
        },
      },
    },
  },
}

const wiring = () =>
  readWiring(
    readStacks([
      { name: 'core', template: core },
      { name: 'academies', template: academies },
    ]),
  )

test('a function gets the environment that the template resolves to', () => {
  expect(wiring().functions[0]?.env).toEqual({
    TABLE: 'Table',
    QUEUE: 'https://queues.local/000000000000/Look',
    ARN: 'arn:aws:sqs:eu-west-2:000000000000:Look',
    WHERE: `in eu-west-2: Look ${part('kept')}`,
  })
})

test('the schedules of the academies reach the function of the core stack', () => {
  const { schedules, functions } = wiring()
  expect(schedules[0]?.Target.Arn).toBe(functions[0]?.arn)
  expect(schedules[0]?.Target.Input).toBe('{"academy":"springbank"}')
})

test('dead letters are followed by the arn the template gives them', () => {
  const { queues } = wiring()
  expect(queues.find(({ id }) => id === 'Look')?.RedrivePolicy?.deadLetterTargetArn).toBe(
    queues.find(({ id }) => id === 'Dead')?.arn,
  )
})

test('an expression the local stack does not know is named, not guessed', () => {
  const odd = {
    Resources: {
      Q: {
        Type: 'AWS::SQS::Queue',
        Properties: { QueueName: 'q', DelaySeconds: { 'Fn::FindInMap': ['a', 'b', 'c'] } },
      },
    },
  }
  expect(() => readWiring(readStacks([{ name: 'core', template: odd }]))).toThrow('Fn::FindInMap')
})
