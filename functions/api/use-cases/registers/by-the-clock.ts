/** Times that a device says: its clock may go a little ahead of ours, and nobody records what has not happened. */
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import { addMinutes, canonicalInstant, type Instant } from '../../../../shared/domain/time.ts'
import type { Call } from '../../call.ts'

const AHEAD_MINUTES = 1

/** The instant as it is kept: a moment ahead of the school's clock is now. Refuses one that has not come yet. */
export const pastInstant = (call: Pick<Call, 'now'>, said: string, remedy: string): Result<Instant> => {
  const at = canonicalInstant(said)
  if (at > addMinutes(call.now, AHEAD_MINUTES)) return refused('future', 'That time has not come yet.', remedy, 'at')
  return ok(at > call.now ? call.now : at)
}
