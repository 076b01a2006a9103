/** Where each pupil stands against the thresholds, one school year at a time. */
import type { PupilKey } from '../domain/people.ts'
import type { StageRecord } from '../domain/stages/stage.ts'
import type { LocalDate } from '../domain/time.ts'
import type { Act } from './act.ts'

export interface StageStore {
  /** The records of a school year; a pupil without one has never crossed a line. A moment old. */
  stages(academy: string, year: LocalDate): Promise<readonly StageRecord[]>
  /** One pupil's, a moment old unless `strong`; `noStage` when there is none. */
  stage(academy: string, year: LocalDate, pupil: PupilKey, strong?: boolean): Promise<StageRecord>
  /** Saves a record as the version after its own, and what is due in it among what is open; `stale` when it has changed meanwhile. */
  saveStage(academy: string, record: StageRecord, act: Act): Promise<'saved' | 'stale'>
}
