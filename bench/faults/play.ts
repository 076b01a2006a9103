/** Plays one school day with deaths, and judges it. */
import { seeded } from '../workload.ts'
import { playDay } from './day.ts'
import { type History, makeReaper } from './reaper.ts'
import { openTrustOfBench, type Size } from './school.ts'
import { type Verdict, verdictOf } from './verdict.ts'

export interface PlayedDay extends Verdict {
  /** The points at which somebody died. */
  readonly killedAt: ReadonlySet<string>
}

/** The same seed gives the same stories, the same order of receipts and answers, and the same deaths where the history is the same. */
export const playOnce = async (endpoint: string, size: Size, seed: number, history: History): Promise<PlayedDay> => {
  const chance = seeded(seed)
  const reaper = makeReaper(chance, history)
  const trust = await openTrustOfBench(endpoint, size, reaper)
  try {
    const played = await playDay(trust, chance)
    return { ...(await verdictOf(trust, played)), killedAt: reaper.killedAt }
  } finally {
    await trust.close()
  }
}
