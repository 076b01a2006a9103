/** Calling functions: directly, or asynchronously with the retries and the last resort that the template gives each. */
import { addMinutes, type Instant } from '../shared/domain/time.ts'
import { RANK, type VirtualClock } from './clock.ts'
import type { FaultBoard } from './faults.ts'
import type { Wiring } from './wiring.ts'

export type LocalFunction = (event: unknown, context: unknown) => Promise<unknown>

export interface Calls {
  /** Calls and waits; rejects with the function's own error. */
  call(functionArn: string, event: unknown): Promise<unknown>
  /** Calls as Scheduler and EventBridge do: failures come again, then go where the template says. Never rejects. */
  callLater(functionArn: string, event: unknown): Promise<void>
}

/** Lambda waits a minute before the first retry of an asynchronous call and two before the second. */
const BACKOFF_MINUTES = [1, 2]

const contextOf = (name: string, seconds: number, id: string): unknown => ({
  functionName: name,
  functionVersion: '$LATEST',
  awsRequestId: id,
  callbackWaitsForEmptyEventLoop: false,
  getRemainingTimeInMillis: () => seconds * 1000,
})

/** `lastResort` takes what failed for good to a queue, by its arn. */
export const makeCalls = (
  wiring: Wiring,
  functions: ReadonlyMap<string, LocalFunction>,
  clock: VirtualClock,
  faults: FaultBoard,
  lastResort: (queueArn: string, message: unknown) => void,
): Calls => {
  let count = 0
  const call = async (functionArn: string, event: unknown): Promise<unknown> => {
    const wired = wiring.functions.find(({ arn }) => arn === functionArn)
    const run = functions.get(functionArn)
    if (!wired || !run) throw new Error(`${functionArn} has no folder under functions/.`)
    return run(JSON.parse(JSON.stringify(event)), contextOf(wired.id, wired.timeout, `local-${++count}`))
  }

  const attempt = async (functionArn: string, event: unknown, since: Instant, tries: number): Promise<void> => {
    try {
      await call(functionArn, event)
    } catch {
      const config = wiring.invokes.find(({ FunctionName }) => FunctionName === functionArn)
      const at = addMinutes(clock.now(), BACKOFF_MINUTES[tries] ?? 2)
      const oldest = addMinutes(since, (config?.MaximumEventAgeInSeconds ?? 21_600) / 60)
      if (tries < (config?.MaximumRetryAttempts ?? 2) && at <= oldest) {
        clock.add({ at, rank: RANK.timetable, run: () => attempt(functionArn, event, since, tries + 1) })
        return
      }
      const queueArn = config?.DestinationConfig?.OnFailure?.Destination
      if (queueArn) {
        lastResort(queueArn, {
          version: '1.0',
          timestamp: clock.now(),
          requestContext: { functionArn, condition: 'RetriesExhausted', approximateInvokeCount: tries + 1 },
          requestPayload: event,
        })
      }
    }
  }

  return {
    call,
    async callLater(functionArn, event) {
      const times = faults.now().twice ? 2 : 1
      await Promise.all(Array.from({ length: times }, () => attempt(functionArn, event, clock.now(), 0)))
    },
  }
}
