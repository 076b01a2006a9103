/** Support offered and asked for, plans for a return, and conversations of a term, in the record of each pupil. */
import type { SupportRecord } from '../domain/attend/support.ts'
import type { PupilKey } from '../domain/people.ts'
import type { Act } from './act.ts'

export interface SupportStore {
  supportRecord(academy: string, pupil: PupilKey, id: string): Promise<SupportRecord | undefined>
  /** All of a pupil's, in no order; a moment old. */
  supportOf(academy: string, pupil: PupilKey): Promise<readonly SupportRecord[]>
  /** Saves one as the version after its own; `stale` when somebody saved meanwhile, or there is one already. */
  saveSupport(academy: string, record: SupportRecord, act: Act): Promise<'saved' | 'stale'>
}
