/** The fortnightly review: whose case is due, what was agreed, and attendance before and after. */
import { impactOf } from '../../../../shared/counting/impact.ts'
import { type AttendCase, arrangedMeeting, type Impact } from '../../../../shared/domain/attend/attend-case.ts'
import { overdueActions, workBegan } from '../../../../shared/domain/attend/plan.ts'
import type { Pupil } from '../../../../shared/domain/people.ts'
import { addDays } from '../../../../shared/domain/time.ts'
import type { Call } from '../../call.ts'
import { showTally } from '../pupils/attendance-figures.ts'

export const showImpact = ({ since, before, after }: Impact) => ({
  since,
  before: showTally(before),
  after: showTally(after),
})

/** Attendance before the work with the family began, and since. */
export const impactNow = (call: Call, aCase: AttendCase, pupil: Pupil): Promise<Impact> =>
  impactOf(call.stores, call.academy, pupil, workBegan(aCase), addDays(call.date, -1))

/** One line of the list. */
export const reviewLine = async (call: Call, aCase: AttendCase, pupil: Pupil) => {
  const { opened, review, plan, barriers, meetings, checkIns, reviews } = aCase
  const overdue = new Set(overdueActions(aCase, addDays(call.date, -1)).map(({ id }) => id))
  return {
    pupil: pupil.pupilId,
    name: `${pupil.preferredName ?? pupil.forename} ${pupil.surname}`,
    class: pupil.classId,
    opened,
    review,
    plan: plan ?? null,
    barriers: [...new Set(barriers.map(({ kind }) => kind))],
    actions: aCase.actions
      .filter(({ state }) => state === 'open')
      .map(({ id, words, owner, due }) => ({ id, words, owner, due, overdue: overdue.has(id) })),
    meeting: arrangedMeeting(aCase) ?? null,
    meetings: {
      attended: meetings.filter(({ state }) => state === 'attended').length,
      missed: meetings.filter(({ state }) => state === 'not-attended').length,
    },
    proposal: aCase.proposal?.on ?? null,
    lastCheckIn: checkIns.at(-1)?.on ?? null,
    lastReview: reviews.at(-1)?.on ?? null,
    impact: showImpact(await impactNow(call, aCase, pupil)),
  }
}
