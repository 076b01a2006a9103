/** The connection to DynamoDB, built once at cold start. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** The SDK would copy every question and answer for a log that nobody keeps: twentieth parts of what a request costs. */
const unlogged = (client: DynamoDBClient): DynamoDBClient => {
  client.middlewareStack.remove('loggerMiddleware')
  return client
}

const TRANSLATION = { marshallOptions: { removeUndefinedValues: true } }

/**
 * For Lambda: region and credentials come from the runtime. A request that takes 3 seconds is given up and tried again,
 * so that three tries fit the shortest function's 10 seconds.
 */
export const lambdaClient = (): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(
    unlogged(
      new DynamoDBClient({
        maxAttempts: 3,
        retryMode: 'standard',
        requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
      }),
    ),
    TRANSLATION,
  )

/**
 * How a table on DynamoDB Local at an address such as `http://127.0.0.1:8000` is reached. Its credentials open nothing, but it keeps a
 * database for each access key, and every write to a database grows slower with all that its streams have seen: so a table has its own.
 * It looks at the access key of a signature and at nothing else, and signing takes a third of what a request costs here.
 */
export const localConnection = (endpoint: string, table: string) => {
  const accessKeyId = table.replace(/[^A-Za-z0-9]/g, '')
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260101/eu-west-2/dynamodb/aws4_request, SignedHeaders=host, Signature=0`
  return {
    endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId, secretAccessKey: 'local' },
    signer: {
      sign: async <R extends { headers: Record<string, string> }>(request: R): Promise<R> => {
        request.headers.authorization = authorization
        return request
      },
    },
  }
}

/** For a table on DynamoDB Local. */
export const localClient = (endpoint: string, table: string): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(
    unlogged(
      new DynamoDBClient({
        ...localConnection(endpoint, table),
        maxAttempts: 3,
        requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true },
      }),
    ),
    TRANSLATION,
  )
