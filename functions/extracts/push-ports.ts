/** What bringing extracts to their recipients needs, and the night on which it is done. */
import type { Instant } from '../../shared/domain/time.ts'
import type { Courier } from '../../shared/ports/courier.ts'
import type { Files } from '../../shared/ports/files.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import type { Moment } from './ask-office.ts'

export interface PushPorts {
  readonly stores: Pick<Stores, 'saveExtract' | 'raiseTask' | 'endTask' | 'task'>
  readonly files: Files
  readonly courier: Courier
  readonly now: () => Instant
  /** Where the files lie, by the name that the courier knows. */
  readonly bucket: string
}

export type PushNight = Moment
