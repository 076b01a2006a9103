/**
 * Handing events to targets as Scheduler and EventBridge do. A target that cannot be called is tried again as the schedule or rule says,
 * and what was never handed over goes to its dead letters. What a function does with an event it was handed is Lambda's own affair.
 */
import { addMinutes, type Instant } from '../shared/domain/time.ts'
import type { Calls } from './calls.ts'
import { RANK, type VirtualClock } from './clock.ts'
import type { FaultBoard } from './faults.ts'
import type { Queues } from './queues.ts'
import type { TargetWiring, Wiring } from './wiring.ts'

export interface Deliveries {
  /** Hands over, now or at a later try. Never rejects. */
  deliver(target: TargetWiring, event: unknown): Promise<void>
}

export const makeDeliveries = (
  wiring: Wiring,
  clock: VirtualClock,
  faults: FaultBoard,
  calls: Calls,
  queues: Queues,
): Deliveries => {
  const isReachable = (arn: string): boolean => {
    const folder = wiring.functions.find((each) => each.arn === arn)?.folder
    if (folder !== undefined) return !faults.now().unreachable.includes(folder)
    return wiring.queues.some((queue) => queue.arn === arn)
  }

  const hand = async (arn: string, event: unknown): Promise<void> => {
    if (wiring.queues.some((queue) => queue.arn === arn)) queues.send(arn, [JSON.stringify(event)])
    else await calls.callLater(arn, event)
  }

  const attempt = async (target: TargetWiring, event: unknown, since: Instant, tries: number): Promise<void> => {
    if (isReachable(target.Arn)) return hand(target.Arn, event)
    const { MaximumRetryAttempts, MaximumEventAgeInSeconds } = target.RetryPolicy
    const at = addMinutes(clock.now(), 2 ** tries)
    const oldest = addMinutes(since, MaximumEventAgeInSeconds / 60)
    if (tries < MaximumRetryAttempts && at <= oldest)
      clock.add({ at, rank: RANK.timetable, run: () => attempt(target, event, since, tries + 1) })
    else if (target.DeadLetterConfig) queues.send(target.DeadLetterConfig.Arn, [JSON.stringify(event)])
  }

  return { deliver: (target, event) => attempt(target, event, clock.now(), 0) }
}
