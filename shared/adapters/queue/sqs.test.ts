import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import { mockClient } from 'aws-sdk-client-mock'
import 'aws-sdk-client-mock-vitest/extend'
import { beforeEach, expect, test } from 'vitest'
import { sqsQueue } from './sqs.ts'

const client = new SQSClient({ region: 'eu-west-2' })
const sqs = mockClient(client)
const queue = sqsQueue(client, 'https://sqs/texts')

beforeEach(() => sqs.reset())

test('messages go in tens, in order, as JSON', async () => {
  sqs.on(SendMessageBatchCommand).resolves({ Successful: [], Failed: [] })
  await queue.send(Array.from({ length: 23 }, (_, n) => ({ n })))
  const sizes = sqs.commandCalls(SendMessageBatchCommand).map((call) => call.args[0].input.Entries?.length)
  expect(sizes).toEqual([10, 10, 3])
  expect(sqs).toHaveReceivedNthCommandWith(SendMessageBatchCommand, 3, {
    QueueUrl: 'https://sqs/texts',
    Entries: [
      { Id: '0', MessageBody: '{"n":20}' },
      { Id: '1', MessageBody: '{"n":21}' },
      { Id: '2', MessageBody: '{"n":22}' },
    ],
  })
})

test('nothing to say is not sent', async () => {
  await queue.send([])
  expect(sqs).not.toHaveReceivedCommand(SendMessageBatchCommand)
})

test('a message the queue did not take is never forgotten', async () => {
  sqs
    .on(SendMessageBatchCommand)
    .resolves({ Failed: [{ Id: '1', SenderFault: false, Code: 'InternalError' }], Successful: [] })
  await expect(queue.send([1, 2])).rejects.toThrow('did not take 1 of 2')
})

test('a message may be held back, at most for the quarter of an hour that SQS can', async () => {
  sqs.on(SendMessageBatchCommand).resolves({ Successful: [], Failed: [] })
  await queue.send([1], { delaySeconds: 5000 })
  expect(sqs).toHaveReceivedCommandWith(SendMessageBatchCommand, {
    Entries: [{ Id: '0', MessageBody: '1', DelaySeconds: 900 }],
  })
})
