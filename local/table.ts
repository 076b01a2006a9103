/** The table of the template on DynamoDB Local. */
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { localConnection } from '../shared/adapters/dynamodb/client.ts'
import type { Wiring } from './wiring.ts'

/** Makes the table under a name of this run, keyed and streamed as the template says. Throws when the template has none. */
export const createTemplateTable = async (wiring: Wiring, endpoint: string, name: string): Promise<void> => {
  if (!wiring.table) throw new Error('The template has no table.')
  const { KeySchema, AttributeDefinitions } = wiring.table
  const client = new DynamoDBClient(localConnection(endpoint, name))
  await client.send(
    new CreateTableCommand({
      TableName: name,
      KeySchema,
      AttributeDefinitions,
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
  )
  client.destroy()
}

export const streamsClient = (endpoint: string, table: string): DynamoDBStreamsClient =>
  new DynamoDBStreamsClient(localConnection(endpoint, table))
