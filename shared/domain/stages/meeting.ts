/** Which ATTEND meeting a stage 2 letter invites to. */
import type { MeetingDue } from '../attend/attend-case.ts'
import type { Meeting } from '../letters/letter.ts'
import type { PupilKey } from '../people.ts'
import type { LocalDate } from '../time.ts'

/**
 * The panel that is arranged with the family, wherever it was moved to. `undefined` when none lies ahead of a date: nobody is invited to what is
 * over, or begins the same day.
 */
export const meetingFor = (
  pupil: PupilKey,
  arranged: readonly MeetingDue[],
  date: LocalDate,
): Required<Meeting> | undefined => {
  const panel = arranged.find((each) => each.pupil === pupil && each.date > date)
  return panel && { id: panel.id, date: panel.date, time: panel.time, place: panel.place }
}
