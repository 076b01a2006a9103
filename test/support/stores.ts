import { randomUUID } from 'node:crypto'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { inject } from 'vitest'
import { localClient } from '../../shared/adapters/dynamodb/client.ts'
import { createTable } from '../../shared/adapters/dynamodb/create-table.ts'
import { dynamoStores } from '../../shared/adapters/dynamodb/dynamo-stores.ts'
import type { Stores } from '../../shared/ports/stores.ts'

export interface FreshStores {
  readonly stores: Stores
  readonly client: DynamoDBDocumentClient
  readonly table: string
}

const TEST_KEYS = [{ version: '1', value: 'a key for hashing telephone numbers in tests' }]

/** Real stores on a table nobody else uses, on this run's DynamoDB Local. */
export const freshStores = async (
  phoneKeys: () => Promise<typeof TEST_KEYS> = async () => TEST_KEYS,
): Promise<FreshStores> => {
  const table = `test-${randomUUID()}`
  const client = localClient(inject('ddbEndpoint'), table)
  await createTable(client, table)
  return { stores: dynamoStores(client, table, { phoneKeys }), client, table }
}
