/** The days that a conversation is looked for in: one date, or the last so many. */
import { localDate } from '../../../../events/values.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import { addDays } from '../../../../shared/domain/time.ts'
import type { DayRecord } from '../../../../shared/ports/stores.ts'
import type { Call } from '../../call.ts'

/** Each day is read whole, so nobody asks for more than about a month at once. */
const MOST = 31
const USUAL = 7

/** The dates asked for, oldest first: `date`, or `days` up to today. Refuses what is no date, or no number from 1 to 31. */
export const readDates = (call: Call): Result<readonly string[]> => {
  const { date, days } = call.request.query
  if (date !== undefined) {
    const one = localDate.safeParse(date)
    return one.success
      ? ok([one.data])
      : refused('wrong-date', 'That is not a date.', 'Write it YYYY-MM-DD, like 2026-01-12.', 'date')
  }
  const many = days === undefined ? USUAL : /^\d{1,2}$/.test(days) ? Number(days) : 0
  if (many < 1 || many > MOST)
    return refused('wrong-days', 'That is no number of days.', `Ask for 1 to ${MOST} days.`, 'days')
  return ok(Array.from({ length: many }, (_, index) => addDays(call.date, index + 1 - many)))
}

/**
 * The records of these days, with the replies that are kept ahead: a call to the absence line about a day to come is kept in that day,
 * which the task that asks about it knows.
 */
export const daysOf = async (call: Call, dates: readonly string[]): Promise<readonly DayRecord[]> => {
  const { tasks } = await call.stores.open(call.academy)
  const ahead = [
    ...new Set(tasks.flatMap(({ about, date }) => (about !== undefined && date > call.date ? [date] : []))),
  ]
  const isAsked = dates.includes(call.date)
  return Promise.all([...dates, ...(isAsked ? ahead : [])].map((date) => call.stores.day(call.academy, date)))
}
