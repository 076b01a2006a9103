/**
 * What the Trust's own people ask of all academies at once: the overview, and each of their extracts as one file. By the use cases of the
 * functions `reports` and `extracts-api`; both in one process here, so that either has less than it would have by itself.
 */
import { collectTrustWide } from '../../functions/extracts-api/use-cases/trust/collect-trust.ts'
import { callsOf, findTrustWide } from '../../functions/extracts-api/use-cases/trust/find-trust.ts'
import { trustOverview } from '../../functions/reports/use-cases/trust/trust-overview.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import type { World } from '../../shared/ports/world.ts'
import { folderFiles } from './folder-files.ts'
import type { Made, Place } from './make-everything.ts'
import { NOW, openStores } from './trust.ts'

const missing = (): never => {
  throw new Error('Nothing that the Trust asks for sends, texts or looks at a clock')
}

const ENV = { TABLE: '', EXTRACTS_BUCKET: '', LETTERS_BUCKET: '', EXTRACTS_QUEUE_URL: '' }

/** The academies named are the whole trust. */
export const askAsTrust = async (academies: readonly string[], place: Place): Promise<Made> => {
  let bytes = 0
  const files = folderFiles(place.folder, (more) => {
    bytes += more
  })
  const all = openStores(place.endpoint, place.table)
  const stores: Stores = { ...all, policies: { ...all.policies, academies: async () => academies } }
  const world: World = {
    env: ENV,
    clock: { now: () => NOW },
    ids: { fresh: missing },
    log: { write: () => undefined },
    stores: () => stores,
    files: () => files,
    secrets: { read: missing },
    queue: missing,
    texter: missing,
    inbox: missing,
    post: missing,
    timers: missing,
    sweepTimers: missing,
    bus: missing,
    courier: missing,
  }
  const started = performance.now()
  const overview = await trustOverview(stores, NOW)
  if (overview.academies.some(({ through }) => through === null)) throw new Error('An academy is not counted')
  bytes += Buffer.byteLength(JSON.stringify(overview))
  const request = { route: '', path: {}, query: {}, headers: {}, claims: {}, body: undefined }
  const asked = { caller: { sub: 'trust', groups: ['trust.operator'] }, request, stores, world, env: ENV, now: NOW }
  const calls = await callsOf(asked)
  const wide = await findTrustWide(calls)
  for (const each of wide) {
    const collected = await collectTrustWide(asked, calls, each, { part: 'data', format: 'csv' })
    if (!collected.ok) throw new Error(collected.refusal.why)
  }
  const parts = wide.flatMap((each) => each.parts)
  return {
    made: 1 + wide.length,
    kinds: ['overview', ...new Set(wide.map(({ kind }) => kind.id))],
    rows: parts.reduce((sum, { extract }) => sum + extract.rows, 0),
    bytes,
    seconds: (performance.now() - started) / 1000,
  }
}
