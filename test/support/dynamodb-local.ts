import type { TestProject } from 'vitest/node'
import { startDynamoDbLocal } from '../../local/dynamodb-local.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where this run's DynamoDB Local answers. */
    ddbEndpoint: string
  }
}

/** One DynamoDB Local for the whole run; every test makes tables of its own in it. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const { endpoint, stop } = await startDynamoDbLocal({ java: 'quick' })
  project.provide('ddbEndpoint', endpoint)
  return stop
}
