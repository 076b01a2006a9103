/** Tells a family what the Head decided about leave: the decision and the days, never the reason, which another parent may read. */
import { countedMarksOf } from '../../../../shared/counting/pupil-marks.ts'
import { leaveOrder } from '../../../../shared/domain/attend/invitation.ts'
import type { LeaveRequest } from '../../../../shared/domain/attend/leave.ts'
import { schoolYearOf } from '../../../../shared/domain/calendar.ts'
import type { Pupil } from '../../../../shared/domain/people.ts'
import { ok, type Result } from '../../../../shared/domain/result.ts'
import { addDays } from '../../../../shared/domain/time.ts'
import { planLetters } from '../../../../shared/follow-up/letters/plan-letters.ts'
import type { Call } from '../../call.ts'
import { textFamily } from '../conversation/text-family.ts'

const byLetter = async (call: Call, pupil: Pupil, request: LeaveRequest): Promise<Result<readonly string[]>> => {
  const until = addDays(call.date, -1)
  const span = { from: schoolYearOf(until), until }
  const marks = await countedMarksOf(call.stores, call.academy, pupil, span)
  const planned = await planLetters(call.academy, leaveOrder(request, marks, span), {
    stores: call.stores,
    letters: call.world.files(call.env.LETTERS_BUCKET),
    work: call.world.queue(call.env.LETTERS_QUEUE_URL),
    now: () => call.now,
    freshToken: () => call.world.ids.fresh(),
  })
  return planned.ok ? ok(planned.value.letters) : planned
}

/** Whom it was told by text, or the letters that tell it; nobody where a person tells them. */
export const tellLeave = async (
  call: Call,
  pupil: Pupil,
  request: LeaveRequest,
): Promise<Result<readonly string[]>> => {
  const { decision, state, from, until } = request
  if (decision === undefined || decision.tell === 'person') return ok([])
  if (decision.tell === 'letter') return byLetter(call, pupil, request)
  return textFamily(call, pupil, {
    wording: state === 'granted' ? 'leave-granted' : 'leave-refused',
    step: `leave-${request.id}`,
    rule: 'leave-request',
    clause: 'Register codes: C, granted a leave of absence due to exceptional circumstances',
    leave: decision.days ?? { from, until },
  })
}
