/** The year's counts of academies that were loaded in bulk, as their nights would have stored them. */

import { schoolYearOf } from '../../shared/domain/calendar.ts'
import { countDay, noTally } from '../../shared/domain/counting/class-tally.ts'
import type { Register } from '../../shared/domain/register.ts'
import { addDays, type LocalDate } from '../../shared/domain/time.ts'
import type { Stores } from '../../shared/ports/stores.ts'

/** What is counted already is left: a run that was stopped counts nothing twice. */
export const countYear = async (stores: Stores, academy: string, last: LocalDate): Promise<void> => {
  const year = schoolYearOf(last)
  const known = new Set((await stores.tallies(academy, year, true)).map(({ classId }) => classId))
  const registers: Register[] = []
  for (let date = year; date <= last; date = addDays(date, 1))
    registers.push(...(await stores.registersOn(academy, date)))
  for (const [classId, own] of Map.groupBy(registers, (register) => register.classId)) {
    if (known.has(classId)) continue
    const blank = noTally(classId, last)
    const counted = [...Map.groupBy(own, ({ date }) => date)].reduce(
      (tally, [date, ofDay]) => countDay(tally, date, ofDay),
      blank,
    )
    const act = { at: `${last}T21:00:00.000Z`, by: 'system', kind: 'counted' }
    await stores.saveTally(academy, { ...counted, version: 1 }, blank, act)
  }
}
