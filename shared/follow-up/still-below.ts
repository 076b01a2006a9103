/** A warning about attendance is judged once more by the figures of the moment: before it goes, and when somebody looks at those that are held. */
import type { Policy } from '../../academies/policy.ts'
import { schoolYearOf } from '../domain/calendar.ts'
import { byPupil } from '../domain/counting/class-tally.ts'
import { absentIn, NO_SESSIONS } from '../domain/counting/tally.ts'
import type { Pupil } from '../domain/people.ts'
import { furthestCrossed, type StageRecord, withoutPartTime } from '../domain/stages/stage.ts'
import type { Missed } from '../domain/texts/compose.ts'
import { type LocalDate, localDate } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'

interface About {
  readonly pupil: Pick<Pupil, 'key' | 'admitted'>
}

/** Still due, or marked as sent today: another parent's text, or this one before its process died. */
const isDue = ({ due, sent }: StageRecord, date: string, zone: string): boolean =>
  due?.step === 'warning' || sent.some(({ step, at }) => step === 'warning' && localDate(at, zone) === date)

/** Those of whom the warning is still true, each with what it says; marks that were corrected since the night stand it down. */
export const stillBelow = async <Of extends About>(
  { academy, date }: { readonly academy: string; readonly date: LocalDate },
  asked: readonly Of[],
  { thresholds, zone }: Policy,
  stores: Pick<Stores, 'stage' | 'tallies'>,
): Promise<readonly (Of & { readonly missed: Missed })[]> => {
  const year = schoolYearOf(date)
  const tallies = byPupil(await stores.tallies(academy, year))
  const below: (Of & { readonly missed: Missed })[] = []
  for (const each of asked) {
    const { key, admitted } = each.pupil
    const tally = tallies.get(key) ?? NO_SESSIONS
    const record = await stores.stage(academy, year, key, true)
    if (furthestCrossed(tally, thresholds) === undefined || !isDue(record, date, zone)) continue
    const since = admitted > year ? admitted : year
    below.push({ ...each, missed: { sessions: absentIn(withoutPartTime(tally)), since } })
  }
  return below
}
