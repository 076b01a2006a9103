/** R on one more day running than a festival has is a day of travel, whoever gives it. */
import { CODES, type Code } from '../../../../shared/domain/codes.ts'
import { daysAround, daysRunning } from '../../../../shared/domain/observance.ts'
import type { Pupil, RollEntry } from '../../../../shared/domain/people.ts'
import type { Refusal } from '../../../../shared/domain/result.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import { calendarOf } from '../../../../shared/follow-up/load-known.ts'
import type { Call } from '../../call.ts'
import type { RegisterPlace, Settled } from './settle-marks.ts'

/** Why R may not stand on a date beside the days that have it; asked only of R, for it reads the days around. */
export const refuseObservance = async (
  call: Call,
  { key, classId }: Pick<Pupil, 'key' | 'classId'>,
  date: LocalDate,
  code: Code,
): Promise<Refusal | undefined> => {
  if (code !== 'R') return undefined
  const most = call.policy.registers.observanceDays
  const calendar = await calendarOf(call.stores, call.academy, call.policy)
  const registers = await call.stores.registersOf(call.academy, [classId], daysAround(calendar, date, most))
  const days = new Set(registers.flatMap((each) => (each.marks[key]?.code === 'R' ? [each.date] : [])))
  return daysRunning(calendar, date, (day) => days.has(day)) <= most
    ? undefined
    : {
        code: 'observance',
        why: `${CODES.R.meaning} is for the day set apart, and R stands on the ${most === 1 ? 'day' : 'days'} beside this one already.`,
        remedy: 'Days of travel are leave: C where the Head has granted it, otherwise G or O.',
        at: 'code',
      }
}

/** Of each R that is new in this register, why it may not stand beside the days that have one. */
export const refuseObservances = async (
  call: Call,
  place: RegisterPlace,
  roster: readonly RollEntry[],
  settled: readonly Settled[],
): Promise<readonly (Refusal & { readonly pupil: string })[]> => {
  const given = settled.filter(({ mark, was }) => mark.code === 'R' && was?.code !== 'R')
  const refusals = await Promise.all(
    given.map(async ({ key, mark }) => {
      const refusal = await refuseObservance(call, { key, classId: place.classId }, place.date, mark.code)
      return refusal ? [{ pupil: roster.find((entry) => entry.key === key)?.pupilId ?? key, ...refusal }] : []
    }),
  )
  return refusals.flat()
}
