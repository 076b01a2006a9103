import { Duration } from 'aws-cdk-lib'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { type Function as Lambda, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import { DynamoEventSource, SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { Queue } from 'aws-cdk-lib/aws-sqs'

/** Called asynchronously: half an hour at most, since a later text would mislead, and what failed is kept. */
export const calledOnce = (made: Lambda, failed: Queue): void =>
  made.configureAsyncInvoke({
    maxEventAge: Duration.seconds(1800),
    retryAttempts: 2,
    onFailure: new SqsDestination(failed),
  })

/** Called with what waits on a queue; only the messages that failed come again. */
export const worksOff = (
  made: Lambda,
  queue: Queue,
  settings: { readonly atOnce: number; readonly inParallel?: number },
): void =>
  made.addEventSource(
    new SqsEventSource(queue, {
      batchSize: settings.atOnce,
      reportBatchItemFailures: true,
      maxConcurrency: settings.inParallel,
    }),
  )

/** Called with the table's changes, in order; a change that cannot be handled is found by halving, kept, and passed. */
export const followsStream = (
  made: Lambda,
  table: TableV2,
  failed: Queue,
  settings: { readonly tries: number; readonly only?: Record<string, unknown> },
): void =>
  made.addEventSource(
    new DynamoEventSource(table, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      maxBatchingWindow: Duration.seconds(1),
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: settings.tries,
      onFailure: new SqsDlq(failed),
      filters: settings.only ? [{ pattern: JSON.stringify(settings.only) }] : undefined,
    }),
  )
