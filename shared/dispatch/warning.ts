/** A warning about attendance is marked as sent just before it goes. */
import { schoolYearOf } from '../domain/calendar.ts'
import type { PupilKey } from '../domain/people.ts'
import { afterSending } from '../domain/stages/stage.ts'
import type { Instant } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'
import type { PlannedForContact } from './still-true.ts'

type Kept = Pick<Stores, 'stage' | 'saveStage'>

/** Before the text is claimed, so that a process which dies in between can never lead to a second warning another day. */
export const markWarned = async (
  planned: PlannedForContact,
  pupils: readonly PupilKey[],
  now: Instant,
  stores: Kept,
): Promise<void> => {
  const { academy, date, rule, clause, policy } = planned
  for (const pupil of pupils) {
    const record = await stores.stage(academy, schoolYearOf(date), pupil, true)
    // Another parent's text has marked it.
    if (record.due?.step !== 'warning') continue
    const act = { at: now, by: 'system', kind: 'stage-sent', pupils: [pupil], rule, clause, policy }
    const detail = { step: 'warning', figures: record.due.tally, on: record.due.on }
    if ((await stores.saveStage(academy, afterSending(record, now), { ...act, detail })) === 'stale')
      await markWarned(planned, [pupil], now, stores)
  }
}
