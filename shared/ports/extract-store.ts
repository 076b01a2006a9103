/** Extracts that were made, and what became of them. */
import type { StoredExtract } from '../domain/extracts/stored.ts'
import type { Act } from './act.ts'

export interface ExtractStore {
  /** Extracts whose period ended on a date or later, in the order of that end. */
  extracts(academy: string, since: string): Promise<readonly StoredExtract[]>
  extract(academy: string, id: string): Promise<StoredExtract | undefined>
  /** Keeps an extract that was not made before. */
  putExtract(academy: string, extract: StoredExtract, act: Act): Promise<'put' | 'already'>
  /** Saves an extract as the version after its own. */
  saveExtract(academy: string, extract: StoredExtract, act: Act): Promise<'saved' | 'stale'>
}
