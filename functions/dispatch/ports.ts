/** What dispatch needs of the world. */
import type { Policy } from '../../academies/policy.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Queue } from '../../shared/ports/queue.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import type { Texter } from '../../shared/ports/texter.ts'
import type { Log } from '../../shared/ports/world.ts'

export interface DispatchPorts {
  readonly stores: Stores
  readonly texts: Queue
  readonly texterOf: (policy: Policy) => Texter
  readonly now: () => Instant
  readonly log: Log
}
