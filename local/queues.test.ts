import { beforeEach, expect, test } from 'vitest'
import { virtualClock } from './clock.ts'
import { faultBoard } from './faults.ts'
import { makeQueues } from './queues.ts'
import { readStacks } from './template.ts'
import { makeTurning } from './turning.ts'
import { readWiring } from './wiring.ts'

const template = {
  Resources: {
    Dead: { Type: 'AWS::SQS::Queue' },
    Texts: {
      Type: 'AWS::SQS::Queue',
      Properties: {
        VisibilityTimeout: 60,
        RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 3 },
      },
    },
    Dispatch: { Type: 'AWS::Lambda::Function', Metadata: { 'firstbell.folder': 'dispatch' } },
    Mapping: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: { 'Fn::GetAtt': ['Texts', 'Arn'] },
        FunctionName: { 'Fn::GetAtt': ['Dispatch', 'Arn'] },
        BatchSize: 2,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      },
    },
  },
}

const open = (handle: (bodies: readonly string[]) => readonly number[]) => {
  const clock = virtualClock('2026-01-12T10:30:00.000Z')
  const faults = faultBoard()
  const batches: string[][] = []
  const call = async (_arn: string, event: unknown) => {
    const { Records } = event as { Records: { messageId: string; body: string }[] }
    batches.push(Records.map(({ body }) => body))
    const failed = handle(Records.map(({ body }) => body))
    return { batchItemFailures: failed.map((index) => ({ itemIdentifier: Records[index]?.messageId })) }
  }
  const queues = makeQueues(readWiring(readStacks([{ name: 'core', template }])), clock, faults, () => ({
    call,
    callLater: async () => undefined,
  }))
  return { queues, faults, batches, turning: makeTurning(clock, [() => queues.pump()]) }
}

let tries = 0
beforeEach(() => {
  tries = 0
})

test('messages come in batches, and only those that failed come again after the visibility timeout', async () => {
  const { queues, batches, turning } = open((bodies) =>
    bodies.includes('b') && tries++ === 0 ? [bodies.indexOf('b')] : [],
  )
  queues.send('arn:aws:sqs:eu-west-2:000000000000:Texts', ['a', 'b', 'c'])
  await turning.quiet()
  expect(batches).toEqual([['a', 'b'], ['c']])
  await turning.turnTo('2026-01-12T10:30:59.000Z')
  expect(batches).toHaveLength(2)
  await turning.turnTo('2026-01-12T10:31:00.000Z')
  expect(batches).toEqual([['a', 'b'], ['c'], ['b']])
  expect(queues.holds('Texts')).toEqual([])
})

test('a message that fails as often as the redrive policy allows ends in the dead letters', async () => {
  const { queues, batches, turning } = open(() => [0])
  queues.send('https://queues.local/000000000000/Texts', ['never well'])
  await turning.turnTo('2026-01-12T10:40:00.000Z')
  expect(batches).toHaveLength(3)
  expect(queues.deadLetters()).toEqual([{ queue: 'Dead', bodies: ['never well'] }])
})

test('a delayed message is not handed out before its time', async () => {
  const { queues, batches, turning } = open(() => [])
  queues.send('Texts', ['later'], 300)
  await turning.turnTo('2026-01-12T10:34:59.000Z')
  expect(batches).toEqual([])
  await turning.turnTo('2026-01-12T10:35:00.000Z')
  expect(batches).toEqual([['later']])
})

test('a function that fails whole gets its whole batch again', async () => {
  const { queues, batches, turning } = open(() => {
    if (tries++ === 0) throw new Error('down')
    return []
  })
  queues.send('Texts', ['a', 'b'])
  await turning.turnTo('2026-01-12T10:31:00.000Z')
  expect(batches).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ])
})

test('with the fault "twice" every message is delivered twice and then gone', async () => {
  const { queues, faults, batches, turning } = open(() => [])
  faults.set({ skip: [], late: {}, provider: 'up', providers: {}, callbacks: 'made', unreachable: [], twice: true })
  queues.send('Texts', ['a'])
  await turning.quiet()
  expect(batches).toEqual([['a'], ['a']])
  expect(queues.holds('Texts')).toEqual([])
})
