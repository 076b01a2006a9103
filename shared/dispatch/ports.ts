/** What dispatch needs of the world. */
import type { Policy } from '../../academies/policy.ts'
import type { Instant } from '../domain/time.ts'
import type { Queue } from '../ports/queue.ts'
import type { Stores } from '../ports/stores.ts'
import type { Texter } from '../ports/texter.ts'
import type { Log } from '../ports/world.ts'

export interface DispatchPorts {
  readonly stores: Stores
  readonly texts: Queue
  readonly texterOf: (policy: Policy) => Texter
  readonly now: () => Instant
  /** What nobody can guess, for a link to a family's page; where none is given, links are examples that open nothing. */
  readonly freshToken?: () => string
  readonly log: Log
}
