/** Returns to the local authority, by the school year in which they were asked for. */
import type { AuthorityReturn } from '../domain/returns/authority-return.ts'
import type { LocalDate } from '../domain/time.ts'
import type { Act } from './act.ts'

export interface ReturnStore {
  /** Those asked for in the school year that begins on a date. */
  returns(academy: string, year: LocalDate): Promise<readonly AuthorityReturn[]>
  /** Keeps a return that was not asked for before. */
  askReturn(academy: string, asked: AuthorityReturn, act: Act): Promise<'asked' | 'already'>
  /** Saves a return as the version after its own. */
  saveReturn(academy: string, asked: AuthorityReturn, act: Act): Promise<'saved' | 'stale'>
}
