/** The list, date by date, of the absences that the law counts. */
import type { AbsenceDay } from '../domain/counting/absence-day.ts'
import type { Register } from '../domain/register.ts'
import type { LocalDate } from '../domain/time.ts'

export interface AbsenceDayStore {
  /** Lists what these registers of a date say, in place of what was listed of them. Others of the date stay as they are. */
  listAbsences(academy: string, date: LocalDate, registers: readonly Register[]): Promise<void>
  /** Dates in order with their absences, a moment old: the newest so many dates of school, or those of a span. */
  absenceDays(
    academy: string,
    which: { readonly newest: number } | { readonly from: LocalDate; readonly until: LocalDate },
  ): Promise<readonly AbsenceDay[]>
}
