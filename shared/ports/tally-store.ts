/** The running counts of each class, one school year at a time. */
import type { ClassTally } from '../domain/counting/class-tally.ts'
import type { Register } from '../domain/register.ts'
import type { LocalDate } from '../domain/time.ts'
import type { Act } from './act.ts'

export interface TallyStore {
  /** Every class's tally of the school year that begins on a date; `strong` where it is to be written again. */
  tallies(academy: string, year: LocalDate, strong?: boolean): Promise<readonly ClassTally[]>
  /** Saves a class's tally in place of the one that was read; `stale` when it has changed meanwhile. */
  saveTally(academy: string, tally: ClassTally, was: ClassTally, act: Act): Promise<'saved' | 'stale'>
  /** All registers of a date, `strong` unless told otherwise, and nothing else of that day. */
  registersOn(academy: string, date: LocalDate, strong?: boolean): Promise<readonly Register[]>
  /**
   * Both sessions' registers of these classes on these dates, in no order; those never saved are left out. `strong` where a count is written
   * from them.
   */
  registersOf(
    academy: string,
    classIds: readonly string[],
    dates: readonly LocalDate[],
    strong?: boolean,
  ): Promise<readonly Register[]>
}
