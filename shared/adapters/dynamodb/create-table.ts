import { CreateTableCommand } from '@aws-sdk/client-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** The table as CreateTable wants it; CDK says the same in its own words. */
export const tableDefinition = (name: string) =>
  ({
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'sk', AttributeType: 'S' },
    ],
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
  }) as const

/** Makes the table where CDK does not: on one machine and in tests. On DynamoDB Local it is ready at once. */
export const createTable = async (client: DynamoDBDocumentClient, name: string): Promise<void> => {
  const { AttributeDefinitions, KeySchema, ...rest } = tableDefinition(name)
  await client.send(
    new CreateTableCommand({ ...rest, AttributeDefinitions: [...AttributeDefinitions], KeySchema: [...KeySchema] }),
  )
}
