/** Which ATTEND meeting a stage 2 letter invites to. */
import type { MeetingDue } from '../attend/attend-case.ts'
import type { Meeting } from '../letters/letter.ts'
import type { PupilKey } from '../people.ts'
import type { LocalDate } from '../time.ts'
import type { Crossing } from './steps.ts'

/**
 * The panel that is arranged with the family, wherever it was moved to; else the slot set for the letter. `undefined` when neither lies ahead of
 * a date: nobody is invited to what is over, or begins the same day.
 */
export const meetingFor = (
  pupil: PupilKey,
  due: Pick<Crossing, 'meeting'>,
  arranged: readonly MeetingDue[],
  date: LocalDate,
): Meeting | undefined => {
  const panel = arranged.find((each) => each.pupil === pupil && each.date > date)
  if (panel) return { date: panel.date, time: panel.time, place: panel.place }
  return due.meeting !== undefined && due.meeting.date > date ? due.meeting : undefined
}
