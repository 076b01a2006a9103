/** The world as one machine has it: the same ports, none of them AWS. */
import { randomIds } from '../shared/adapters/system/ids.ts'
import { catalogueLog } from '../shared/platform/log.ts'
import type { Bus } from '../shared/ports/bus.ts'
import type { Courier } from '../shared/ports/courier.ts'
import type { LetterPost } from '../shared/ports/letters.ts'
import type { Queue } from '../shared/ports/queue.ts'
import type { Secrets } from '../shared/ports/secrets.ts'
import type { Stores } from '../shared/ports/stores.ts'
import type { World } from '../shared/ports/world.ts'
import type { Carrier } from './carrier.ts'
import type { VirtualClock } from './clock.ts'
import type { Deliveries } from './deliveries.ts'
import type { FaultBoard } from './faults.ts'
import type { LocalFiles } from './files.ts'
import type { Queues } from './queues.ts'
import { localSweepTimers, localTimers } from './schedules.ts'
import type { Timeline } from './timeline.ts'

/** A secret of this run for every name asked for, unless its value is given; nothing outlives the run. */
export const runSecrets = (given: (name: string) => string | undefined): Secrets => {
  const ids = randomIds()
  const made = new Map<string, string>()
  return {
    async read(name) {
      const value = made.get(name) ?? given(name) ?? `${ids.fresh()}${ids.fresh()}`
      made.set(name, value)
      return [{ version: '1', value }]
    },
  }
}

/** A queue of the stack as functions know it. */
export const localQueue = (queues: Queues, url: string): Queue => ({
  async send(messages, options) {
    queues.send(
      url,
      messages.map((message) => JSON.stringify(message)),
      options?.delaySeconds,
    )
  },
})

export interface WorldParts {
  readonly clock: VirtualClock
  readonly queues: Queues
  readonly deliveries: Deliveries
  readonly faults: FaultBoard
  readonly carrier: Carrier
  readonly files: LocalFiles
  readonly post: LetterPost
  readonly courier: Courier
  readonly timeline: Timeline
  bus(name: string): Bus
  readonly secrets: Secrets
  stores(table: string): Stores
  writeLog(line: string): void
}

/** Gives the world of a function from that function's own environment. */
export const makeWorlds = (parts: WorldParts): ((env: World['env']) => World) => {
  const ids = randomIds()
  const alarms = new Set<string>()
  const log = catalogueLog(parts.writeLog, () => parts.clock.now())
  const heard = (stores: Stores): Stores => ({
    ...stores,
    async appendChronicle(entries) {
      await stores.appendChronicle(entries)
      await parts.timeline.take(entries)
    },
  })
  return (env) => ({
    env,
    clock: { now: () => parts.clock.now() },
    ids,
    log,
    stores: (table) => heard(parts.stores(table)),
    queue: (url) => localQueue(parts.queues, url),
    texter: (provider) => parts.carrier.texter(provider),
    post: () => parts.post,
    inbox: (provider) => parts.carrier.inbox(provider),
    timers: ({ targetArn }) => localTimers(targetArn, parts.clock, parts.queues, alarms),
    sweepTimers: (settings) => localSweepTimers(settings, parts.clock, parts.faults, parts.deliveries, alarms),
    bus: parts.bus,
    courier: () => parts.courier,
    files: (bucket) => parts.files.bucket(bucket),
    secrets: parts.secrets,
  })
}
