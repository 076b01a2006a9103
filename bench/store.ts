import { closeOnEnding, makeClosing } from '../local/closing.ts'
import { type DynamoDbLocal, type DynamoDbLocalSettings, startDynamoDbLocal } from '../local/dynamodb-local.ts'

/** DynamoDB Local for a bench. It goes when the bench goes, also when the bench is stopped half way. */
export const storeOfBench = async (java: NonNullable<DynamoDbLocalSettings['java']>): Promise<DynamoDbLocal> => {
  const closing = makeClosing()
  closeOnEnding(closing)
  const local = await startDynamoDbLocal({ java })
  closing.add(local.stop)
  return { endpoint: local.endpoint, stop: closing.close }
}
