import { afterEach, expect, test } from 'vitest'
import { startDynamoDbLocal } from './dynamodb-local.ts'

const path = process.env.PATH
afterEach(() => {
  process.env.PATH = path
})

test('without Java, DynamoDB Local says what to install', async () => {
  process.env.PATH = ''
  await expect(startDynamoDbLocal()).rejects.toThrow(/install a Java 17 runtime/)
})
