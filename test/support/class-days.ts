/** Days of class 3B, written straight into the record as its teacher took them, and the nights after them. */
import { runNight } from '../../shared/counting/nightly.ts'
import type { Code } from '../../shared/domain/codes.ts'
import { presentCode } from '../../shared/domain/codes.ts'
import { addDays, instantOf, type LocalDate, weekday } from '../../shared/domain/time.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import { SCHOOL } from './school-of-the-api.ts'

/** So many weekdays from a date on. */
export const weekdaysFrom = (from: LocalDate, count: number): readonly LocalDate[] => {
  const dates: LocalDate[] = []
  for (let date = from; dates.length < count; date = addDays(date, 1)) if (weekday(date) <= 5) dates.push(date)
  return dates
}

/** A code for the whole day, or one for the morning and one for the afternoon. */
export type Away = Code | readonly [am: Code, pm: Code]

const PUPILS = ['k01', 'k02', 'k03', 'k04']

/** Class 3B takes both registers of each date; who is not named was there all day. */
export const takeDays = async (
  stores: Stores,
  dates: readonly LocalDate[],
  away: Readonly<Record<string, Away>> = {},
): Promise<void> => {
  for (const date of dates) {
    for (const [half, session] of (['AM', 'PM'] as const).entries()) {
      const codeOf = (key: string): Code => {
        const given = away[key] ?? presentCode(session)
        return typeof given === 'string' ? given : (given[half] ?? presentCode(session))
      }
      const submittedAt = instantOf(date, session === 'AM' ? '09:05' : '13:05', 'Europe/London')
      const register = {
        classId: '3b',
        date,
        session,
        version: 1,
        submitted: true,
        submittedAt,
        asOf: submittedAt,
        marks: Object.fromEntries(PUPILS.map((key) => [key, { code: codeOf(key), source: 'teacher' as const }])),
      }
      await stores.saveRegister(SCHOOL, register, 0, { at: submittedAt, by: 't-3b', kind: 'register-saved' })
    }
  }
}

/** The night after a date. */
export const nightAfter = (stores: Stores, date: LocalDate) =>
  runNight(SCHOOL, `${addDays(date, 1)}T02:00:00.000Z`, { stores, log: { write: () => undefined } })
