/** Extracts that were made, and what became of them. */
import type { LateChange } from '../domain/extracts/late-change.ts'
import type { StoredExtract } from '../domain/extracts/stored.ts'
import type { Act } from './act.ts'

export interface ExtractStore {
  /** Extracts whose period ended on a date or later, in the order of that end. */
  extracts(academy: string, since: string): Promise<readonly StoredExtract[]>
  /** Dates of long ago whose counted marks have changed since, and when last: `isLate`. A moment old. */
  lateChanges(academy: string): Promise<readonly LateChange[]>
  extract(academy: string, id: string): Promise<StoredExtract | undefined>
  /** Keeps an extract that was not made before. */
  putExtract(academy: string, extract: StoredExtract, act: Act): Promise<'put' | 'already'>
  /** Saves an extract as the version after its own. */
  saveExtract(academy: string, extract: StoredExtract, act: Act): Promise<'saved' | 'stale'>
}
