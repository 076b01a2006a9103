/**
 * Who gives cause for a panel tonight: pupils below the policy's line of persistent absence who were absent in what was just counted.
 * Source: the attendance policy on Persistent Absentees: an ATTEND Panel meeting is arranged for the families, whenever their child is absent.
 */
import { isBelow } from '../counting/boundaries.ts'
import { byPupil, type ClassTally } from '../counting/class-tally.ts'
import { absentIn, NO_SESSIONS, type Tally } from '../counting/tally.ts'
import type { PupilKey } from '../people.ts'
import { withoutPartTime } from '../stages/stage.ts'
import type { Thresholds } from '../stages/steps.ts'

/** Below the line of persistent absence, as the policy draws it, once enough sessions were possible. */
export const isPersistent = (tally: Tally, { stage1, minimumSessions }: Thresholds): boolean => {
  const judged = withoutPartTime(tally)
  return judged.possible >= minimumSessions && isBelow(judged, stage1)
}

/** Sessions missed that speak of attendance: those of an agreed part-time timetable do not. */
export const missed = (tally: Tally): number => absentIn(withoutPartTime(tally))

/** Sessions of a day. */
export const A_DAY = 2

/** A class that was not counted before has been counted with more than a day: with marks from before Firstbell, as after a first import. */
export const countsHistory = (was: Pick<ClassTally, 'through'> | undefined, is: ClassTally): boolean =>
  was?.through === undefined && Object.values(is.pupils).some(({ possible }) => possible > A_DAY)

/** Each such pupil with the figures as they now are. `was` and `is`: every class's count of the year before and after the night's counting. */
export const furtherAbsences = (
  was: readonly ClassTally[],
  is: readonly ClassTally[],
  thresholds: Thresholds,
): ReadonlyMap<PupilKey, Tally> => {
  const before = byPupil(was)
  return new Map(
    [...byPupil(is)].filter(
      ([pupil, tally]) => missed(tally) > missed(before.get(pupil) ?? NO_SESSIONS) && isPersistent(tally, thresholds),
    ),
  )
}
