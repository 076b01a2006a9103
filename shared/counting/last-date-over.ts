import { addDays, type Instant, type LocalDate } from '../domain/time.ts'

/**
 * The last date that is over by the school's clock and by UTC: a register saved from now on for such a date is always saved together with
 * its count (`saveRegister`), in whatever zone the school lies.
 */
export const lastDateOver = (now: Instant, localToday: LocalDate): LocalDate => {
  const utcToday = now.slice(0, 10)
  return addDays(localToday < utcToday ? localToday : utcToday, -1)
}
