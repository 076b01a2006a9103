import { expect, test } from 'vitest'
import { virtualClock } from './clock.ts'
import { faultBoard } from './faults.ts'
import { makeStreams } from './streams.ts'
import { readStacks } from './template.ts'
import { makeTurning } from './turning.ts'
import { readWiring } from './wiring.ts'

const template = (mapping: object) => ({
  Resources: {
    Table: { Type: 'AWS::DynamoDB::Table', Properties: { KeySchema: [], AttributeDefinitions: [] } },
    Judge: { Type: 'AWS::Lambda::Function', Metadata: { 'firstbell.folder': 'judge' } },
    Mapping: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] },
        FunctionName: { 'Fn::GetAtt': ['Judge', 'Arn'] },
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ...mapping,
      },
    },
  },
})

const record = (sequence: string, look: boolean) => ({
  eventName: 'INSERT' as const,
  dynamodb: { SequenceNumber: sequence, NewImage: { act: { M: look ? { look: { BOOL: true } } : {} } } },
})

const open = (
  mapping: object,
  records: readonly ReturnType<typeof record>[],
  handle: (sequences: readonly string[]) => string | undefined,
) => {
  const clock = virtualClock('2026-01-12T09:15:00.000Z')
  const lost: unknown[] = []
  const batches: string[][] = []
  const left = [...records]
  const call = async (_arn: string, event: unknown) => {
    const { Records } = event as { Records: { dynamodb: { SequenceNumber: string } }[] }
    const sequences = Records.map(({ dynamodb }) => dynamodb.SequenceNumber)
    batches.push(sequences)
    const failed = handle(sequences)
    return { batchItemFailures: failed === undefined ? [] : [{ itemIdentifier: failed }] }
  }
  const streams = makeStreams(
    readWiring(readStacks([{ name: 'core', template: template(mapping) }])),
    async () => left.splice(0),
    clock,
    faultBoard(),
    { call, callLater: async () => undefined },
    (_queue, message) => lost.push(message),
  )
  return { batches, lost, turning: makeTurning(clock, [() => streams.pump()]) }
}

test('a listener gets only the changes its filter asks for, in order', async () => {
  const FilterCriteria = {
    Filters: [{ Pattern: JSON.stringify({ dynamodb: { NewImage: { act: { M: { look: { BOOL: [true] } } } } } }) }],
  }
  const { batches, turning } = open(
    { FilterCriteria },
    [record('1', true), record('2', false), record('3', true)],
    () => undefined,
  )
  await turning.quiet()
  expect(batches).toEqual([['1', '3']])
})

test('a batch goes on from the record that failed, so that nothing overtakes it', async () => {
  let failures = 0
  const { batches, turning } = open(
    { BatchSize: 3 },
    ['1', '2', '3', '4'].map((sequence) => record(sequence, true)),
    (sequences) => (sequences.includes('2') && failures++ === 0 ? '2' : undefined),
  )
  await turning.turnTo('2026-01-12T09:16:00.000Z')
  expect(batches).toEqual([
    ['1', '2', '3'],
    ['2', '3', '4'],
  ])
})

test('a batch is halved until the bad record stands alone, and that one alone is given up', async () => {
  const { batches, lost, turning } = open(
    {
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 1,
      DestinationConfig: { OnFailure: { Destination: 'arn:last' } },
    },
    ['1', '2', '3', '4'].map((sequence) => record(sequence, true)),
    (sequences) => {
      if (sequences.includes('3')) throw new Error('bad record')
      return undefined
    },
  )
  await turning.turnTo('2026-01-12T09:20:00.000Z')
  expect(batches.filter((batch) => !batch.includes('3'))).toEqual([['1', '2'], ['4']])
  expect(lost).toHaveLength(1)
  expect(lost[0]).toMatchObject({ DDBStreamBatchInfo: { batchSize: 1, startSequenceNumber: '3' } })
})
