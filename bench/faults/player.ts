/** A day is bound by the processor, so each that is played beside another has a thread of its own. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { PlayedDay } from './play.ts'
import type { History } from './reaper.ts'
import type { Size } from './school.ts'

export interface AskedDay {
  readonly size: Size
  readonly seed: number
  /** What was tried before this day. */
  readonly history: History
}

export interface DayDone {
  readonly played: PlayedDay
  /** What was tried before it and in it. */
  readonly history: History
}

export interface Player {
  /** Rejects when the day could not be played to its end. */
  play(day: AskedDay): Promise<DayDone>
  leave(): Promise<unknown>
}

/** Nearly all that a day makes is gone a moment later: with room for it, the collector copies little. */
const YOUNG_MEGABYTES = 96

/** One who plays days against the DynamoDB Local at an endpoint, one at a time. */
export const makePlayer = (endpoint: string): Player => {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: { endpoint },
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  })
  return {
    play: async (day) => {
      const done = once(worker, 'message')
      worker.postMessage(day)
      const [answer]: [DayDone] = (await done) as [DayDone]
      return answer
    },
    leave: () => worker.terminate(),
  }
}
