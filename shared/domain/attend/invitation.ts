/** Orders for the letters of the work with a family, from the pupil's marks as they are now: an invitation, and the decision about leave. */
import { CODES } from '../codes.ts'
import { type CountedMark, tallyOf } from '../counting/tally.ts'
import type { Span } from '../counting/window.ts'
import type { LetterOrder, MissedSession } from '../letters/letter.ts'
import type { PupilKey } from '../people.ts'
import type { PanelMeeting } from './attend-case.ts'
import type { LeaveRequest } from './leave.ts'

const isMissed = ({ code }: CountedMark): boolean => ['authorised', 'unauthorised'].includes(CODES[code].category)

/**
 * Figures of a letter. What the school agreed as a part-time timetable is left out, as it is left out of the line that leads to a panel. The
 * first date is that of the first mark: a family does not read of days before term.
 */
const counts = (marks: readonly CountedMark[], span: Span): Pick<LetterOrder, 'figures' | 'missed'> => {
  const counted = marks.filter(({ code }) => code !== 'C2')
  const { possible, attended, authorised, unauthorised } = tallyOf(counted)
  const [first = span.from] = counted.map((mark) => mark.date).toSorted()
  return {
    figures: { from: first, until: span.until, possible, attended, authorised, unauthorised },
    missed: counted
      .filter(isMissed)
      .map((mark): MissedSession => ({ date: mark.date, session: mark.session, code: mark.code })),
  }
}

/** One letter for each request and parent, about the days granted or else those asked for. */
export const leaveOrder = (
  { id, pupil, state, from, until, decision }: LeaveRequest,
  marks: readonly CountedMark[],
  span: Span,
): LetterOrder => ({
  kind: state === 'granted' ? 'leave-granted' : 'leave-refused',
  pupil,
  cycle: id,
  ...counts(marks, span),
  leave: decision?.days ?? { from, until },
})

/** One letter for each meeting and parent. */
export const invitationOrder = (
  pupil: PupilKey,
  { id, date, time, place }: Pick<PanelMeeting, 'id' | 'date' | 'time' | 'place'>,
  marks: readonly CountedMark[],
  span: Span,
): LetterOrder => ({
  kind: 'attend-meeting',
  pupil,
  cycle: id,
  ...counts(marks, span),
  meeting: { id, date, time, place },
})
