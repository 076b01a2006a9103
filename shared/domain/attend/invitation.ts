/** The order for the letter that invites a family to an ATTEND meeting, from the pupil's marks as they are now. */
import { CODES } from '../codes.ts'
import { type CountedMark, tallyOf } from '../counting/tally.ts'
import type { Span } from '../counting/window.ts'
import type { LetterOrder, MissedSession } from '../letters/letter.ts'
import type { PupilKey } from '../people.ts'
import type { PanelMeeting } from './attend-case.ts'

const isMissed = ({ code }: CountedMark): boolean => ['authorised', 'unauthorised'].includes(CODES[code].category)

/**
 * One letter for each meeting and parent. What the school agreed as a part-time timetable is left out, as it is left out of the line that
 * led here. The first date is that of the first mark: a family does not read of days before term.
 */
export const invitationOrder = (
  pupil: PupilKey,
  { id, date, time, place }: Pick<PanelMeeting, 'id' | 'date' | 'time' | 'place'>,
  marks: readonly CountedMark[],
  span: Span,
): LetterOrder => {
  const counted = marks.filter(({ code }) => code !== 'C2')
  const { possible, attended, authorised, unauthorised } = tallyOf(counted)
  const [first = span.from] = counted.map((mark) => mark.date).toSorted()
  return {
    kind: 'attend-meeting',
    pupil,
    cycle: id,
    figures: { from: first, until: span.until, possible, attended, authorised, unauthorised },
    missed: counted
      .filter(isMissed)
      .map((mark): MissedSession => ({ date: mark.date, session: mark.session, code: mark.code })),
    meeting: { date, time, place },
  }
}
