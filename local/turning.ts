/** Turning the clock: everything that falls due runs in order, and after each thing all that follows from it. */
import type { Instant } from '../shared/domain/time.ts'
import type { VirtualClock } from './clock.ts'

/** Does some waiting work at the present instant. True when there was any. */
export type Pump = () => Promise<boolean>

export interface Ran {
  readonly at: Instant
  readonly what: string
}

export interface Turning {
  /** Turns to an instant and answers what ran, when nothing is in flight any more. */
  turnTo(to: Instant): Promise<readonly Ran[]>
  /** Waits until queues and stream are empty at the present instant. */
  quiet(): Promise<void>
}

/** One turn at a time; a second waits for the first. */
export const makeTurning = (clock: VirtualClock, pumps: readonly Pump[]): Turning => {
  let last: Promise<unknown> = Promise.resolve()
  const oneAtATime = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }

  const drain = async (): Promise<void> => {
    for (let busy = true; busy; ) {
      busy = false
      for (const pump of pumps) busy = (await pump()) || busy
    }
  }

  const runDue = async (until: Instant): Promise<readonly Ran[]> => {
    const ran: Ran[] = []
    await drain()
    for (let due = clock.take(until); due; due = clock.take(until)) {
      clock.set(due.at)
      if (due.what !== undefined) ran.push({ at: clock.now(), what: due.what })
      await due.run()
      await drain()
    }
    return ran
  }

  return {
    turnTo: (to) =>
      oneAtATime(async () => {
        const ran = await runDue(to)
        clock.set(to)
        return ran
      }),
    quiet: () =>
      oneAtATime(async () => {
        await runDue(clock.now())
      }),
  }
}
