/**
 * The stream of the table to each function that listens: filtered, in order, in batches. A batch that fails comes again from the
 * record that failed, is halved where the template says so, and goes to the last resort when its retries are spent.
 */
import type { _Record } from '@aws-sdk/client-dynamodb-streams'
import * as z from 'zod'
import { addMinutes, type Instant } from '../shared/domain/time.ts'
import type { Calls } from './calls.ts'
import type { VirtualClock } from './clock.ts'
import type { FaultBoard } from './faults.ts'
import { matches } from './patterns.ts'
import type { MappingWiring, Wiring } from './wiring.ts'

const Answer = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) })

type StreamRecord = ReturnType<typeof eventRecord>

/** The record as Lambda gets it: bytes in base64, and the time of the school's own clock. */
const eventRecord = (record: _Record, at: Instant, arn: string) => ({
  eventID: record.eventID ?? '',
  eventName: record.eventName ?? '',
  eventVersion: '1.1',
  eventSource: 'aws:dynamodb',
  awsRegion: 'eu-west-2',
  eventSourceARN: arn,
  arrived: at,
  dynamodb: JSON.parse(
    JSON.stringify(
      { ...record.dynamodb, ApproximateCreationDateTime: Math.floor(Date.parse(at) / 1000) },
      (_key, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value),
    ),
  ),
})

interface Line {
  readonly mapping: MappingWiring
  readonly patterns: readonly unknown[]
  waiting: StreamRecord[]
  /** How many records of the front the next batch may take; halved after a failure. */
  most: number
  tries: number
  notBefore: Instant
}

export interface StreamDelivery {
  pump(): Promise<boolean>
}

/** `read` gives new records; `lastResort` takes what failed for good to a queue, by its arn. */
export const makeStreams = (
  wiring: Wiring,
  read: () => Promise<readonly _Record[]>,
  clock: VirtualClock,
  faults: FaultBoard,
  calls: Calls,
  lastResort: (queueArn: string, message: unknown) => void,
): StreamDelivery => {
  const arn = `${wiring.table?.arn}/stream/local`
  const lines: Line[] = wiring.mappings
    .filter(({ EventSourceArn }) => EventSourceArn === arn)
    .map((mapping) => ({
      mapping,
      patterns: mapping.FilterCriteria?.Filters.map(({ Pattern }): unknown => JSON.parse(Pattern)) ?? [],
      waiting: [],
      most: mapping.BatchSize ?? 100,
      tries: 0,
      notBefore: '',
    }))

  /** How many records of the batch are done, or that all failed. */
  const handled = async (line: Line, batch: readonly StreamRecord[]): Promise<number> => {
    const Records = batch.map(({ arrived: _, ...record }) => record)
    try {
      const answer = Answer.safeParse(await calls.call(line.mapping.FunctionName, { Records }))
      const reports = line.mapping.FunctionResponseTypes.includes('ReportBatchItemFailures')
      if (!answer.success || !reports || answer.data.batchItemFailures.length === 0) return batch.length
      const places = answer.data.batchItemFailures.map(({ itemIdentifier }) =>
        batch.findIndex((record) => record.dynamodb.SequenceNumber === itemIdentifier),
      )
      return Math.max(0, Math.min(...places))
    } catch {
      return 0
    }
  }

  const giveUp = (line: Line, batch: readonly StreamRecord[]): void => {
    line.waiting = line.waiting.slice(batch.length)
    const destination = line.mapping.DestinationConfig?.OnFailure?.Destination
    if (!destination) return
    lastResort(destination, {
      requestContext: { functionArn: line.mapping.FunctionName, condition: 'RetryAttemptsExhausted' },
      version: '1.0',
      timestamp: clock.now(),
      DDBStreamBatchInfo: {
        streamArn: arn,
        batchSize: batch.length,
        startSequenceNumber: batch[0]?.dynamodb.SequenceNumber,
        endSequenceNumber: batch.at(-1)?.dynamodb.SequenceNumber,
      },
    })
  }

  const afterFailure = (line: Line, left: readonly StreamRecord[]): void => {
    const { MaximumRetryAttempts, MaximumRecordAgeInSeconds, BisectBatchOnFunctionError } = line.mapping
    const oldest = left[0]?.arrived ?? clock.now()
    const tooOld = MaximumRecordAgeInSeconds >= 0 && addMinutes(oldest, MaximumRecordAgeInSeconds / 60) < clock.now()
    if (BisectBatchOnFunctionError && left.length > 1) {
      line.most = Math.ceil(left.length / 2)
      return
    }
    if (tooOld || (MaximumRetryAttempts >= 0 && line.tries >= MaximumRetryAttempts)) {
      giveUp(line, left)
      line.tries = 0
      return
    }
    line.notBefore = addMinutes(clock.now(), Math.min(60, 2 ** line.tries) / 60)
    line.tries++
    clock.wake(line.notBefore)
  }

  const deliver = async (line: Line): Promise<boolean> => {
    if (line.waiting.length === 0 || line.notBefore > clock.now()) return false
    const batch = line.waiting.slice(0, line.most)
    const times = faults.now().twice ? 2 : 1
    let done = batch.length
    for (let time = 0; time < times; time++) done = Math.min(done, await handled(line, batch))
    line.waiting = line.waiting.slice(done)
    if (done > 0) line.tries = 0
    if (done < batch.length) afterFailure(line, batch.slice(done))
    else line.most = line.mapping.BatchSize ?? 100
    return true
  }

  return {
    async pump() {
      const at = clock.now()
      const fresh = (await read()).map((record) => eventRecord(record, at, arn))
      let any = fresh.length > 0
      for (const line of lines) {
        line.waiting.push(
          ...fresh.filter(
            (one) => line.patterns.length === 0 || line.patterns.some((pattern) => matches(pattern, one)),
          ),
        )
        any = (await deliver(line)) || any
      }
      return any
    },
  }
}
