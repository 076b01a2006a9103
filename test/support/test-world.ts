/** A world for one handler: a clock turned by hand, and everything handed out kept for the test to look at. */
import { catalogueLog } from '../../shared/platform/log.ts'
import type { Announcement } from '../../shared/ports/bus.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import type { World } from '../../shared/ports/world.ts'
import { courierOf } from './courier.ts'
import { memoryFiles } from './memory-files.ts'

interface TestWorld extends World {
  /** Turns the clock to an instant. */
  turnTo(instant: string): void
  readonly sent: readonly { readonly url: string; readonly message: unknown; readonly delaySeconds?: number }[]
  readonly announced: readonly Announcement[]
  readonly looks: readonly { readonly academy: string; readonly at: string }[]
  readonly sweeps: readonly { readonly academy: string; readonly sweep: string; readonly at: string }[]
  readonly kept: ReadonlyMap<string, string>
  readonly logged: readonly string[]
}

/** Makes the world of a function from its environment; `stores` answers for every table. */
export const testWorld = (settings: {
  readonly env: World['env']
  readonly now: string
  readonly stores: () => Stores
}): TestWorld => {
  let now = settings.now
  let made = 0
  const sent: { url: string; message: unknown; delaySeconds?: number }[] = []
  const announced: Announcement[] = []
  const looks: { academy: string; at: string }[] = []
  const sweeps: { academy: string; sweep: string; at: string }[] = []
  const { files, kept } = memoryFiles()
  const logged: string[] = []
  return {
    env: settings.env,
    clock: { now: () => now },
    turnTo: (instant) => {
      now = instant
    },
    ids: { fresh: () => `id${String(++made).padStart(20, '0')}` },
    log: catalogueLog(
      (line) => logged.push(line),
      () => now,
    ),
    stores: settings.stores,
    queue: (url) => ({
      send: async (messages, options) => void sent.push(...messages.map((message) => ({ url, message, ...options }))),
    }),
    texter: () => ({ send: async () => ({ outcome: 'accepted', providerId: `text-${++made}` }) }),
    post: () => ({
      send: async () => ({ outcome: 'accepted', providerId: `letter-${++made}` }),
      find: async () => ({ found: 'none' }),
      state: async () => 'taken',
    }),
    inbox: () => ({ receivedSince: async () => [] }),
    timers: () => ({ lookAt: async (academy, at) => void looks.push({ academy, at }) }),
    sweepTimers: () => ({ sweepAt: async (academy, sweep, at) => void sweeps.push({ academy, sweep, at }) }),
    bus: () => ({ announce: async (announcements) => void announced.push(...announcements) }),
    courier: () => courierOf(files).courier,
    files: () => files,
    secrets: { read: async () => [{ version: '1', value: 'a secret of the tests' }] },
    sent,
    announced,
    looks,
    sweeps,
    kept,
    logged,
  }
}
