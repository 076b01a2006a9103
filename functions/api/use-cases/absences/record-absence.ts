/**
 * An absence as it is reported. One for religious observance that is longer than the days set apart is two: those days are R, and the rest is
 * leave, which is asked of the Head; the family has said where the child is, so that nobody is texted meanwhile.
 */
import { readCode } from '../../../../shared/domain/codes.ts'
import { observed } from '../../../../shared/domain/observance.ts'
import type { Pupil } from '../../../../shared/domain/people.ts'
import { ok, type Result } from '../../../../shared/domain/result.ts'
import { calendarOf } from '../../../../shared/follow-up/load-known.ts'
import type { Call } from '../../call.ts'
import { askLeave } from '../leave/ask-leave.ts'
import { type ReportBody, type ReportedAbsence, reportAbsence } from './report-absence.ts'

export interface RecordedAbsence extends ReportedAbsence {
  /** The last day that is R, where the days after it wait for the Head. */
  readonly observedUntil?: string
}

/** Records a reported absence, whoever at the school writes it down. Recorded twice it is once. */
export const recordAbsence = async (call: Call, pupil: Pupil, body: ReportBody): Promise<Result<RecordedAbsence>> => {
  if (body.code === undefined || readCode(body.code) !== 'R') return reportAbsence(call, pupil, body)
  const calendar = await calendarOf(call.stores, call.academy, call.policy)
  const dates = { from: body.from, until: body.until ?? body.from }
  const { observed: festival, rest } = observed(calendar, dates, call.policy.registers.observanceDays)
  const reported = await reportAbsence(call, pupil, { ...body, ...festival })
  if (!reported.ok || rest === undefined) return reported
  const { code: _festival, ...said } = body
  const away = await reportAbsence(call, pupil, { ...said, ...rest })
  if (!away.ok) return away
  // Asked for already, it waits already.
  await askLeave(call, pupil.pupilId, { ...rest, purpose: 'other', words: body.reason, askedBy: body.reportedBy })
  return ok({ ...reported.value, coveredUntil: away.value.coveredUntil, observedUntil: festival.until })
}
