/** A process as big as the function: makes every extract of the academies named, as nights one after another would, and says what it took. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeExtracts } from '../../functions/extracts/make-extracts.ts'
import { pseudonyms } from '../../shared/adapters/system/pseudonyms.ts'
import type { Files } from '../../shared/ports/files.ts'
import { NOW, openStores } from './trust.ts'

const [endpoint = '', table = '', folder = '', ...academies] = process.argv.slice(2)

const missing = (): never => {
  throw new Error('Extracts neither list nor link files')
}

/** Files in a folder: what was put is not held in memory. */
const files: Files = {
  async put(path, body) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), body)
  },
  async putNew(path, body, contentType) {
    await this.put(path, body, contentType)
    return 'put'
  },
  get: async (path) => readFileSync(join(folder, path)),
  list: missing,
  remove: missing,
  downloadAddress: missing,
  uploadAddress: missing,
}

const stores = openStores(endpoint, table)
const started = performance.now()
let rows = 0
let made = 0
let bytes = 0
for (const academy of academies) {
  await makeExtracts(academy, false, {
    stores,
    files,
    now: () => NOW,
    log: { write: () => undefined },
    pseudonym: pseudonyms('a key of a trust that is not'),
  })
  for (const extract of await stores.extracts(academy, '2020-01-01')) {
    made++
    rows += extract.rows
    bytes += readFileSync(join(folder, `extracts/${academy}/${extract.id}/${extract.sha256}/data`)).length
  }
}
const seconds = (performance.now() - started) / 1000
console.log(JSON.stringify({ made, rows, bytes, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }))
