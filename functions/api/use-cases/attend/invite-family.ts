/** The letters that invite a family to a meeting: one to each parent entitled, through the letters machine like every other. */
import { countedMarksOf } from '../../../../shared/counting/pupil-marks.ts'
import type { PanelMeeting } from '../../../../shared/domain/attend/attend-case.ts'
import { invitationOrder } from '../../../../shared/domain/attend/invitation.ts'
import { schoolYearOf } from '../../../../shared/domain/calendar.ts'
import type { Pupil } from '../../../../shared/domain/people.ts'
import type { Result } from '../../../../shared/domain/result.ts'
import { addDays } from '../../../../shared/domain/time.ts'
import { type PlannedLetters, planLetters } from '../../../../shared/follow-up/letters/plan-letters.ts'
import type { Call } from '../../call.ts'

/** Plans them; made again they are the same letters. A parent who cannot be written to is a task. */
export const inviteByLetter = async (
  call: Call,
  pupil: Pupil,
  meeting: PanelMeeting,
): Promise<Result<PlannedLetters>> => {
  const until = addDays(call.date, -1)
  const span = { from: schoolYearOf(until), until }
  const marks = await countedMarksOf(call.stores, call.academy, pupil, span)
  const order = invitationOrder(pupil.key, meeting, marks, span)
  return planLetters(call.academy, order, {
    stores: call.stores,
    letters: call.world.files(call.env.LETTERS_BUCKET),
    work: call.world.queue(call.env.LETTERS_QUEUE_URL),
    now: () => call.now,
    freshToken: () => call.world.ids.fresh(),
  })
}
