/** A parent asks for leave of absence. */
import type { z } from 'zod'
import type { LeaveRequestBody } from '../../../../events/api/attend.ts'
import { type LeaveRequest, overlaps } from '../../../../shared/domain/attend/leave.ts'
import { onRoll } from '../../../../shared/domain/people.ts'
import { type Result, refused } from '../../../../shared/domain/result.ts'
import { addDays } from '../../../../shared/domain/time.ts'
import type { Call } from '../../call.ts'
import { refuseNamed } from '../conversation/refuse-speaker.ts'
import { findPupil } from '../pupils/find-pupil.ts'
import { askHead, saveLeave } from './keep-leave.ts'

/** Longer than any leave a school grants; a slip of the year in a date is longer still. */
const MOST_DAYS = 120

/** Keeps a request and asks the Head. One that is asked again while it waits is the same. */
export const askLeave = async (
  call: Call,
  pupilId: string,
  body: z.output<typeof LeaveRequestBody>,
): Promise<Result<LeaveRequest>> => {
  const found = await findPupil(call.stores, call.academy, pupilId)
  if (!found.ok) return found
  const pupil = found.value
  const barred = refuseNamed(pupil, body.askedBy, call.date, 'askedBy')
  if (barred) return barred
  if (body.until > addDays(body.from, MOST_DAYS))
    return refused('too-long', `That is more than ${MOST_DAYS} days.`, 'Check the dates.', 'until')
  if (!onRoll(pupil, body.from))
    return refused('not-on-roll', 'The pupil is not on the roll on that day.', 'Check the dates.', 'from')
  const before = await call.stores.leaveRequestsOf(call.academy, pupil.key)
  if (before.some((other) => other.state === 'asked' && overlaps(other, body)))
    return refused('already', 'A request for these days waits for the Head.', 'Withdraw it first if the dates changed.')
  const asked = { by: call.caller.sub, at: call.now }
  const request = {
    ...body,
    id: call.world.ids.fresh(),
    pupil: pupil.key,
    version: 0,
    state: 'asked',
    askedOn: call.date,
    asked,
  } as const
  const { words, purpose, askedBy } = body
  const saved = await saveLeave(call, request, 'leave-asked', { words, purpose, askedBy })
  if (saved.ok) await askHead(call, pupil, saved.value)
  return saved
}
