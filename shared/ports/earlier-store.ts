/** What schools before this one said of a pupil. */
import type { EarlierYear } from '../domain/imports/earlier-school.ts'
import type { PupilKey } from '../domain/people.ts'
import type { Act } from './act.ts'

export interface EarlierStore {
  /** All of a pupil's, the earliest year first; a moment old. */
  earlierYears(academy: string, pupil: PupilKey): Promise<readonly EarlierYear[]>
  /** Keeps a year in place of what was said of it; `newer` when what stands is of a later file. */
  putEarlierYear(academy: string, pupil: PupilKey, year: EarlierYear, act: Act): Promise<'kept' | 'newer'>
}
