import { CreateTableCommand } from '@aws-sdk/client-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { tableDefinition } from './table.ts'

/** Makes the table where CDK does not: on one machine and in tests. On DynamoDB Local it is ready at once. */
export const createTable = async (client: DynamoDBDocumentClient, name: string): Promise<void> => {
  const { AttributeDefinitions, KeySchema, ...rest } = tableDefinition(name)
  await client.send(
    new CreateTableCommand({ ...rest, AttributeDefinitions: [...AttributeDefinitions], KeySchema: [...KeySchema] }),
  )
}
