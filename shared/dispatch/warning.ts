/** A warning about attendance is judged once more just before it goes, by the figures of that moment, and is then marked as sent. */
import type { Policy } from '../../academies/policy.ts'
import { schoolYearOf } from '../domain/calendar.ts'
import { byPupil } from '../domain/counting/class-tally.ts'
import { absentIn, NO_SESSIONS } from '../domain/counting/tally.ts'
import type { PupilKey } from '../domain/people.ts'
import { afterSending, furthestCrossed, type StageRecord, withoutPartTime } from '../domain/stages/stage.ts'
import { type Instant, localDate } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'
import type { PlannedForContact, Present } from './still-true.ts'

type Kept = Pick<Stores, 'stage' | 'saveStage' | 'tallies'>

/** Still due, or marked as sent today: another parent's text, or this one before its process died. */
const isDue = ({ due, sent }: StageRecord, date: string, zone: string): boolean =>
  due?.step === 'warning' || sent.some(({ step, at }) => step === 'warning' && localDate(at, zone) === date)

/** The pupils of whom the warning is still true, each with what it says; marks that were corrected since the night stand it down. */
export const stillBelow = async (
  planned: PlannedForContact,
  present: readonly Present[],
  { thresholds, zone }: Policy,
  stores: Kept,
): Promise<readonly Present[]> => {
  const { academy, date } = planned
  const year = schoolYearOf(date)
  const tallies = byPupil(await stores.tallies(academy, year))
  const below: Present[] = []
  for (const each of present) {
    const { key, admitted } = each.pupil
    const tally = tallies.get(key) ?? NO_SESSIONS
    const record = await stores.stage(academy, year, key, true)
    if (furthestCrossed(tally, thresholds) === undefined || !isDue(record, date, zone)) continue
    const since = admitted > year ? admitted : year
    below.push({ ...each, missed: { sessions: absentIn(withoutPartTime(tally)), since } })
  }
  return below
}

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
