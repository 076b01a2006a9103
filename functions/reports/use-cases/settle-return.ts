/** Returns to the authority: found, asked for early by a person, and settled once with when and how. */
import { schoolDaysAfter, schoolYearOf } from '../../../shared/domain/calendar.ts'
import type { Pupil } from '../../../shared/domain/people.ts'
import { ok, type Result, refused } from '../../../shared/domain/result.ts'
import {
  type AuthorityReturn,
  childOf,
  returnId,
  returnState,
} from '../../../shared/domain/returns/authority-return.ts'
import { addDays, type LocalDate } from '../../../shared/domain/time.ts'
import { calendarOf } from '../../../shared/follow-up/load-known.ts'
import {
  askReturn,
  RETURN_GROUND,
  type ReturnMoment,
  returnAct,
  returnTaskId,
} from '../../../shared/returns/ask-return.ts'
import { endReturned } from '../../../shared/returns/ask-together.ts'
import type { Call } from '../call.ts'

const momentOf = (call: Call): ReturnMoment => ({
  academy: call.academy,
  now: call.now,
  today: call.date,
  policy: call.policy,
  policyVersion: call.policyVersion,
  by: call.caller.sub,
})

const yearBefore = (year: LocalDate): LocalDate => schoolYearOf(addDays(year, -1))

/** Those of a school year; of this one and the last, where none is named. */
export const findReturns = async (call: Call, year?: LocalDate): Promise<readonly AuthorityReturn[]> => {
  const now = schoolYearOf(call.date)
  const years = year === undefined ? [yearBefore(now), now] : [schoolYearOf(year)]
  return (await Promise.all(years.map((each) => call.stores.returns(call.academy, each)))).flat()
}

export const findReturn = async (call: Call, id: string): Promise<Result<AuthorityReturn>> => {
  const found = (await findReturns(call)).find((each) => each.id === id)
  return found ? ok(found) : refused('not-found', 'There is no such return.', 'Look at the list of returns again.')
}

const endTask = async (call: Call, asked: AuthorityReturn, what: string): Promise<void> => {
  await endReturned(call.stores, momentOf(call), asked.pupil)
  const task = await call.stores.task(call.academy, returnTaskId(asked.id))
  if (task?.state !== 'open') return
  const detail = { task: task.id, task_kind: task.kind, what }
  const outcome = { what, by: call.caller.sub, at: call.now }
  const act = call.act('task-done', { ...RETURN_GROUND, pupils: task.pupils, detail })
  await call.stores.endTask(call.academy, task, 'done', outcome, act)
}

/** Saves what became of a return; its task ends with it. */
export const saveReturn = async (
  call: Call,
  next: Result<AuthorityReturn>,
  kind: string,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<Result<AuthorityReturn>> => {
  if (!next.ok) return next
  const act = returnAct(momentOf(call), kind, next.value, detail)
  if ((await call.stores.saveReturn(call.academy, next.value, act)) === 'stale')
    return refused('stale', 'Somebody else has just changed this return.', 'Look at it again.')
  if (returnState(next.value) !== 'due') await endTask(call, next.value, kind)
  return ok({ ...next.value, version: next.value.version + 1 })
}

/** A person asks for a return that no rule has asked for. Refused: `already` where one of this kind waits. */
export const askEarly = async (
  call: Call,
  pupil: Pupil,
  kind: 'absence' | 'sickness',
  because: string,
): Promise<Result<AuthorityReturn>> => {
  const before = (await findReturns(call)).filter((each) => each.pupil === pupil.key && each.kind === kind)
  const waits = before.some((each) => returnState(each) === 'due')
  const year = schoolYearOf(call.date)
  // The first of a year is what its count of illness asks for as well; each later one is an illness of its own.
  const from = kind === 'sickness' && before.every((each) => each.from < year) ? year : call.date
  const calendar = await calendarOf(call.stores, call.academy, call.policy)
  const due = schoolDaysAfter(calendar, call.date, call.policy.returns.dueSchoolDays)
  const about = { kind, pupil: pupil.key, child: childOf(pupil), from, due }
  const done = waits ? 'already' : await askReturn(call.stores, about, momentOf(call))
  if (done === 'already') return refused('already', 'Such a return was asked for already.', 'Look at the returns.')
  const found = await findReturn(call, returnId(kind, pupil.key, from))
  return found.ok ? saveReturn(call, found, 'return-wanted', { because }) : found
}
