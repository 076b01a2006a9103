/**
 * "School opens at 10:00 today": kept in the record, where every decision of that day reads it, and the morning's sweeps are set anew
 * for their shifted times. The ordinary ones of that day find nothing due and leave the day to them.
 */
import type { z } from 'zod'
import type { LateOpeningBody } from '../../../../events/api/office.ts'
import { closedCode } from '../../../../shared/domain/calendar.ts'
import {
  type LateOpening,
  lateOpeningOn,
  longestDelay,
  MORNING_SWEEPS,
  policyOfDay,
} from '../../../../shared/domain/late-opening.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import { clockMinutes, instantOf, type LocalTime } from '../../../../shared/domain/time.ts'
import { calendarOf } from '../../../../shared/follow-up/load-known.ts'
import type { Call } from '../../call.ts'

type Body = z.output<typeof LateOpeningBody>

export interface OpensLate extends LateOpening {
  /** When the morning register closes that day. */
  readonly closes: LocalTime
}

const sweepTimers = ({ world, env }: Call) =>
  world.sweepTimers({
    targetArn: env.SWEEP_ARN,
    roleArn: env.SCHEDULES_ROLE_ARN,
    failuresArn: env.SCHEDULE_FAILURES_ARN,
  })

/** The morning register of today has closed, at its own time or at the time declared before: what follows from it has begun. */
const hasBegun = (call: Call, date: string, declared: LateOpening | undefined): boolean =>
  date < call.date || (date === call.date && call.time >= policyOfDay(call.policy, declared).day.amCloses)

const refuseClosed = (call: Call, declared: LateOpening | undefined): Result<never> => {
  const { amCloses } = policyOfDay(call.policy, declared).day
  return refused(
    'register-closed',
    `The morning register closed at ${amCloses}; absences are being followed up by it.`,
    'Close the school instead if it does not open, or amend the marks of pupils who came in on time.',
  )
}

/** Why a morning cannot open at that time of that day. */
const checkOpening = async (call: Call, { date, opens }: Body): Promise<Result<LateOpening | undefined>> => {
  const { day } = call.policy
  if (date < call.date) return refused('past', 'That day is over.', 'Give today or a day to come.', 'date')
  if (opens <= day.amOpens)
    return refused('not-late', `School opens at ${day.amOpens} on every day.`, 'Give a later time.', 'opens')
  if (clockMinutes(day.amOpens, opens) > longestDelay(call.policy))
    return refused(
      'too-late',
      'A morning that opens then leaves no time to ask families before lunch.',
      'Close the morning instead: a closure of the AM session with code Y4.',
      'opens',
    )
  const [calendar, open] = await Promise.all([
    calendarOf(call.stores, call.academy, call.policy),
    call.stores.open(call.academy),
  ])
  if (closedCode(calendar, open.closures, date, 'AM') !== undefined)
    return refused('closed', 'The school is closed that morning.', 'Give another date, or undo the closure.', 'date')
  const declared = lateOpeningOn(open.lateOpenings, date)
  if (hasBegun(call, date, declared)) return refuseClosed(call, declared)
  if (date === call.date && opens <= call.time)
    return refused('past', 'That time has passed.', 'Give a time ahead.', 'opens')
  return ok(declared)
}

/** Declares it; said again with another time, the later word stands. */
export const declareLateOpening = async (call: Call, body: Body): Promise<Result<OpensLate>> => {
  const checked = await checkOpening(call, body)
  if (!checked.ok) return checked
  const was = checked.value?.opens
  const opening: LateOpening = { ...body, by: call.caller.sub, at: call.now }
  const detail = { ...body, ...(was === undefined ? {} : { was }) }
  await call.stores.putLateOpening(call.academy, opening, call.act('late-opening-declared', { detail, look: true }))
  const { sweeps, zone, day } = policyOfDay(call.policy, opening)
  for (const sweep of MORNING_SWEEPS)
    await sweepTimers(call).sweepAt(call.academy, sweep, instantOf(body.date, sweeps[sweep], zone))
  return ok({ ...opening, closes: day.amCloses })
}

const refuseNone = (): Result<never> =>
  refused('not-found', 'No late opening is declared for that day.', 'Look at the list of late openings again.')

/** Takes it back while the morning register is still open. Sweeps whose ordinary time has gone by meanwhile run at once. */
export const undoLateOpening = async (call: Call, date: string): Promise<Result<void>> => {
  const declared = lateOpeningOn((await call.stores.open(call.academy)).lateOpenings, date)
  if (declared === undefined) return refuseNone()
  if (hasBegun(call, date, declared)) return refuseClosed(call, declared)
  const act = call.act('late-opening-undone', { detail: { date, opens: declared.opens }, look: true })
  if ((await call.stores.endLateOpening(call.academy, date, act)) === 'already') return refuseNone()
  const { sweeps } = call.policy
  for (const sweep of MORNING_SWEEPS)
    if (date === call.date && call.time >= sweeps[sweep]) await sweepTimers(call).sweepAt(call.academy, sweep, call.now)
  return ok(undefined)
}
