import { closeOnEnding, makeClosing } from '../local/closing.ts'
import { type DynamoDbLocal, type DynamoDbLocalSettings, startDynamoDbLocal } from '../local/dynamodb-local.ts'

/** DynamoDB Local for a bench. It goes when the bench goes, also when the bench is stopped half way. With `dir` what it holds stays there. */
export const storeOfBench = async (
  java: NonNullable<DynamoDbLocalSettings['java']>,
  dir?: string,
): Promise<DynamoDbLocal> => {
  const closing = makeClosing()
  closeOnEnding(closing)
  const local = await startDynamoDbLocal({ java, ...(dir === undefined ? {} : { dir }) })
  closing.add(local.stop)
  return { endpoint: local.endpoint, stop: closing.close }
}
