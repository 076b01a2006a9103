import { marshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { expect, test } from 'vitest'
import { toRegisterItem } from '../../shared/adapters/dynamodb/registers/register-item.ts'
import { aRegister } from '../../test/builders.ts'
import { hilltopPolicy } from '../../test/support/policies.ts'
import { act } from '../../test/support/stored-examples.ts'
import { freshStores } from '../../test/support/stores.ts'
import { testWorld } from '../../test/support/test-world.ts'
import { make } from './handler.ts'

const ENV = {
  TABLE: 't',
  TEXTS_QUEUE_URL: 'q',
  LETTERS_QUEUE_URL: 'q',
  LOOK_QUEUE_ARN: 'a',
  TIMERS_ROLE_ARN: 'a',
}

const learned = (academy: string): DynamoDBRecord => {
  const item = toRegisterItem(academy, aRegister({ P1: 'N' }), 1, { ...act('register-saved'), look: true })
  return { dynamodb: { SequenceNumber: academy, NewImage: marshall(item, { removeUndefinedValues: true }) as never } }
}

test('a school whose day cannot be looked at keeps nothing of another school waiting, and is tried again', async () => {
  const { stores } = await freshStores()
  const published = act('policy-published')
  await stores.policies.publish('hilltop', { version: 'v1', policy: hilltopPolicy, from: '2025-09-01' }, published)
  const world = testWorld({ env: ENV, now: '2026-01-12T10:40:00.000Z', stores: () => stores })
  // Of abbey no policy is in force.
  const event = { Records: [learned('abbey'), learned('hilltop')] } as DynamoDBStreamEvent
  await expect(make(world)(event, {} as never)).rejects.toThrow('abbey has no policy in force')
  expect(world.logged.filter((line) => line.includes('LOOKED') && line.includes('hilltop'))).toHaveLength(1)
  expect(world.logged.join('\n')).toContain('BROKEN')
})
