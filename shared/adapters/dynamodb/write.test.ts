import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { afterEach, describe, expect, test } from 'vitest'
import { localClient } from './client.ts'
import { transact, updateIf } from './write.ts'

// DynamoDB Local takes transactions one after another and never reports that two met, so that answer is played here.
const client = localClient('http://127.0.0.1:9', 'none')
const double = mockClient(client)
const db = { client, table: 't' }
const key = { pk: 'A#springbank#OPEN', sk: 'TASK#x' }

afterEach(() => double.reset())

const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  })

describe('two transactions that meet', () => {
  test('are tried again until one has passed', async () => {
    double
      .on(TransactWriteCommand)
      .rejectsOnce(cancelled('None', 'TransactionConflict'))
      .rejectsOnce(cancelled('TransactionConflict', 'None'))
      .resolves({})
    await expect(transact(db, [{ put: { Item: key } }])).resolves.toEqual({ won: true })
    expect(double.commandCalls(TransactWriteCommand)).toHaveLength(3)
  })

  test('are a failure when they never pass', async () => {
    double.on(TransactWriteCommand).rejects(cancelled('TransactionConflict'))
    await expect(transact(db, [{ put: { Item: key } }])).rejects.toThrow(TransactionCanceledException)
  })

  test('do not hide a condition that failed', async () => {
    double.on(TransactWriteCommand).rejects(cancelled('ConditionalCheckFailed', 'TransactionConflict'))
    await expect(transact(db, [{ put: { Item: key } }, { remove: { Key: key } }])).resolves.toEqual({
      won: false,
      lost: [{ old: undefined }, undefined],
    })
    expect(double.commandCalls(TransactWriteCommand)).toHaveLength(1)
  })
})

describe('a single write', () => {
  test('that meets a transaction is tried again', async () => {
    double
      .on(UpdateCommand)
      .rejectsOnce(Object.assign(new Error('met'), { name: 'TransactionConflictException' }))
      .resolves({})
    await expect(updateIf(db, { Key: key })).resolves.toEqual({ won: true })
  })

  test('that fails for another reason is a failure', async () => {
    double.on(UpdateCommand).rejects(new Error('no such table'))
    await expect(updateIf(db, { Key: key })).rejects.toThrow('no such table')
  })
})
