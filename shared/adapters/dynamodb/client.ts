/** The connection to DynamoDB, built once at cold start. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

const TRANSLATION = { marshallOptions: { removeUndefinedValues: true } }

/**
 * For Lambda: region and credentials come from the runtime. A request that takes 3 seconds is given up and tried again,
 * so that three tries fit the shortest function's 10 seconds.
 */
export const lambdaClient = (): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({
      maxAttempts: 3,
      retryMode: 'standard',
      requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
    }),
    TRANSLATION,
  )

/** For DynamoDB Local at an address such as `http://127.0.0.1:8000`; its credentials open nothing. */
export const localClient = (endpoint: string): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint,
      region: 'eu-west-2',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      maxAttempts: 3,
      requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true },
    }),
    TRANSLATION,
  )
