/** Makes what an academy's night makes for others, by the use cases of the functions `extracts` and `report-files`. */
import { makeExtracts } from '../../functions/extracts/make-extracts.ts'
import { makeReports } from '../../functions/report-files/make-reports.ts'
import { encrypt } from '../../shared/adapters/encryption/encrypt.ts'
import { pseudonyms } from '../../shared/adapters/system/pseudonyms.ts'
import { folderFiles } from './folder-files.ts'
import { NOW, openStores } from './trust.ts'

/** The two functions, each a process of its own. */
export const WHAT = ['extracts', 'reports'] as const
export type What = (typeof WHAT)[number]

export interface Made {
  /** How many files for people there are, the kinds among them, and the rows of extracts. */
  readonly made: number
  readonly kinds: readonly string[]
  readonly rows: number
  /** Written to storage, everything that goes with a file among it. */
  readonly bytes: number
  readonly seconds: number
}

export interface Place {
  readonly endpoint: string
  readonly table: string
  readonly folder: string
}

const missing = (): never => {
  throw new Error('Neither function brings files')
}

/** No recipient of the policy has a server of its own. */
const pushesNothing = { courier: { bring: missing, look: missing }, again: missing, bucket: '' }

/** Everything that is due of one academy. What a run that was stopped has made already is counted and not made again. */
export const makeEverything = async (what: What, academy: string, place: Place): Promise<Made> => {
  let bytes = 0
  const stores = openStores(place.endpoint, place.table)
  const files = folderFiles(place.folder, (more) => {
    bytes += more
  })
  const started = performance.now()
  const ports = { stores, files, now: () => NOW, log: { write: () => undefined } }
  if (what === 'extracts') {
    await makeExtracts(academy, false, {
      ...ports,
      ...pushesNothing,
      encrypt,
      pseudonym: pseudonyms('a key of a trust that is not'),
    })
    const seconds = (performance.now() - started) / 1000
    const made = await stores.extracts(academy, '2020-01-01')
    const rows = made.reduce((sum, each) => sum + each.rows, 0)
    return { made: made.length, kinds: [...new Set(made.map(({ extract }) => extract))], rows, bytes, seconds }
  }
  await makeReports(academy, ports)
  const seconds = (performance.now() - started) / 1000
  const kept = await stores.keptReports(academy, '2020-01-01', NOW.slice(0, 10))
  return { made: kept.length, kinds: [...new Set(kept.map(({ name }) => name))], rows: 0, bytes, seconds }
}
