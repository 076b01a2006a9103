/** What is known of pupils about penalty notices. */
import type { PenaltyRecord } from '../domain/penalties/record.ts'
import type { PupilKey } from '../domain/people.ts'
import type { Act } from './act.ts'

export interface PenaltyStore {
  /** The records of an academy; a pupil without one never came near a notice. A moment old. */
  penaltyRecords(academy: string): Promise<readonly PenaltyRecord[]>
  /** One pupil's record as it is now. */
  penaltyRecord(academy: string, pupil: PupilKey): Promise<PenaltyRecord | undefined>
  /** Saves a record as the version after its own; `stale` when it has changed meanwhile. */
  savePenaltyRecord(academy: string, record: PenaltyRecord, act: Act): Promise<'saved' | 'stale'>
}
