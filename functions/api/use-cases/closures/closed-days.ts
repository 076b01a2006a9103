/** A person looks at days that were closed after registers were taken on them, and says that the school was closed. */
import {
  askAboutClosedDays,
  type ClosedDaysMoment,
  closeRegister,
  conflictsOn,
  endClosedDayTask,
} from '../../../../shared/counting/closed-days.ts'
import { type Closure, closedCode, schoolYearOf } from '../../../../shared/domain/calendar.ts'
import type { SchoolAsKnown } from '../../../../shared/domain/closed-afterwards.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import { addDays, type LocalDate, weekday } from '../../../../shared/domain/time.ts'
import { calendarOf } from '../../../../shared/follow-up/load-known.ts'
import type { Call } from '../../call.ts'

const SESSIONS = ['AM', 'PM'] as const

export const schoolAsKnown = async (call: Call): Promise<SchoolAsKnown> => {
  const [calendar, { closures }] = await Promise.all([
    calendarOf(call.stores, call.academy, call.policy),
    call.stores.open(call.academy),
  ])
  return { calendar, closures, zone: call.policy.zone }
}

const datesBetween = (from: LocalDate, until: LocalDate): readonly LocalDate[] => {
  const dates: LocalDate[] = []
  for (let date = from; date <= until; date = addDays(date, 1)) dates.push(date)
  return dates
}

/** Weekdays of the school year so far, today included, with a session that is closed by now. */
export const closedDatesOfYear = (call: Call, { calendar, closures }: SchoolAsKnown): readonly LocalDate[] =>
  datesBetween(schoolYearOf(call.date), call.date)
    .filter((date) => weekday(date) <= 5)
    .filter((date) => SESSIONS.some((session) => closedCode(calendar, closures, date, session) !== undefined))

const momentOf = (call: Call): ClosedDaysMoment => ({
  academy: call.academy,
  now: call.now,
  by: call.caller.sub,
  policy: call.policy,
  policyVersion: call.policyVersion,
})

/** After a closure was declared or undone: asks about the days gone by that it names, as the school is known now. */
export const askAfterClosure = async (call: Call, { from, until }: Pick<Closure, 'from' | 'until'>): Promise<void> => {
  const [yesterday, year] = [addDays(call.date, -1), schoolYearOf(call.date)]
  const dates = datesBetween(from < year ? year : from, until < yesterday ? until : yesterday)
  if (dates.length === 0) return
  await askAboutClosedDays(call.stores, dates, await schoolAsKnown(call), momentOf(call))
}

/** Every mark of the day's closed sessions becomes the code of the closure. Half done, it goes on where it stopped. */
export const confirmClosedDay = async (
  call: Call,
  date: LocalDate,
  because: string,
): Promise<Result<{ readonly registers: number; readonly marks: number }>> => {
  if (date > call.date) return refused('future', 'That day is still to come.', 'Give a day gone by, or today.', 'date')
  const conflicts = await conflictsOn(call.stores, call.academy, date, await schoolAsKnown(call))
  if (conflicts.length === 0)
    return refused('no-conflict', 'No mark of that day says that it was school.', 'Look at the list again.', 'date')
  let marks = 0
  for (const conflict of conflicts) marks += await closeRegister(call.stores, conflict, because, momentOf(call))
  await endClosedDayTask(call.stores, date, 'done', 'The school was closed; the marks say so now.', momentOf(call))
  return ok({ registers: conflicts.length, marks })
}
