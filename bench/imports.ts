/**
 * `npm run bench:imports`: some 100,000 marks of a made-up school through the real import, on DynamoDB Local: into an empty record, the
 * same file again, and a changed file seen first. Prints time, memory, requests and units. With `--largest`: the largest file that is
 * allowed, seen first.
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadPolicies } from '../academies/load.ts'
import { importFile } from '../functions/import/use-case.ts'
import { makeSample } from '../local/sample/make-sample.ts'
import { localClient } from '../shared/adapters/dynamodb/client.ts'
import { createTable } from '../shared/adapters/dynamodb/create-table.ts'
import { dynamoStores } from '../shared/adapters/dynamodb/dynamo-stores.ts'
import type { Files } from '../shared/ports/files.ts'
import { largestFile } from './largest-file.ts'
import { openMeter } from './meter.ts'
import { storeOfBench } from './store.ts'

const ACADEMY = 'springbank'
const { values, positionals } = parseArgs({ options: { largest: { type: 'boolean' } }, allowPositionals: true })
const UNTIL = values.largest ? '2026-07-17' : '2026-03-13'
const NOW = `${UNTIL}T18:00:00.000Z`
const WANTED = Number(positionals[0] ?? 100_000)

const found = loadPolicies(fileURLToPath(new URL('../academies', import.meta.url))).policies[ACADEMY]
if (!found) throw new Error(`There is no policy of ${ACADEMY}.`)
const { policy } = found

const sample = values.largest
  ? largestFile(policy, UNTIL)
  : makeSample({ policy, date: UNTIL, from: '2025-09-01', pupils: 420 })
const local = await storeOfBench('quick')
const meter = await openMeter(local.endpoint, ACADEMY)
const table = 'bench-imports'
const client = localClient(meter.endpoint, table)
await createTable(client, table)
const stores = dynamoStores(client, table, { phoneKeys: async () => [{ version: '1', value: 'a key of the bench' }] })
const act = { at: NOW, by: 'system', kind: 'policy-published' }
await stores.policies.publish(ACADEMY, { version: 'v1', policy, from: '2025-09-01' }, act)

let pages = 0
const files: Pick<Files, 'put'> = { put: async () => void pages++ }
let steps: number[] = []
const watched = {
  ...stores,
  putImport: async (...args: Parameters<typeof stores.putImport>) => {
    steps.push(args[1].done)
    await stores.putImport(...args)
  },
}
// An import only puts files.
const ports = { stores: watched, files: files as Files, log: { write: () => undefined }, now: () => NOW }
let count = 0
const take = async (file: 'calendar' | 'roll' | 'marks', csv: string, preview = false) => {
  const importId = `i${++count}`
  const bytes = new TextEncoder().encode(csv)
  const request = { academy: ACADEMY, importId, file, path: `imports/${importId}`, asOf: NOW, bytes, preview }
  return importFile(request, ports)
}
for (const file of ['calendar', 'roll'] as const) await take(file, sample[file])

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_048_576)} MB`

const measured = async (name: string, run: () => ReturnType<typeof take>): Promise<void> => {
  meter.reset()
  steps = []
  pages = 0
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 50)
  const began = performance.now()
  const report = await run()
  clearInterval(watch)
  const seconds = (performance.now() - began) / 1000
  const tallies = [...meter.units.values()]
  const sum = (of: 'requests' | 'writes' | 'reads') => tallies.reduce((total, each) => total + each[of], 0)
  const counts = Object.entries(report.differences?.counts ?? {}).map(([kind, number]) => `${number} ${kind}`)
  console.log(`${name}: ${report.state}, ${report.rows} rows; ${counts.join(', ')}`)
  console.log(
    `  ${seconds.toFixed(1)} s; ${megabytes(most)} at most; ${sum('requests')} requests, ${Math.round(sum('writes'))} write and ${Math.round(sum('reads'))} read units; ${steps.length} reports of progress; ${pages} pages of differences`,
  )
  if (report.problems.length > 0)
    console.log(`  ${report.problems.length} remarks; the first: ${JSON.stringify(report.problems[0])}`)
}

/** Read, compared and shown, as the console does with every file; what goes live afterwards goes register by register. */
const largest = async (): Promise<void> => {
  console.log(`${megabytes(sample.marks.length)} of CSV`)
  await measured('the largest file, seen first', () => take('marks', sample.marks, true))
}

const usual = async (): Promise<void> => {
  const [header = '', ...lines] = sample.marks.split('\r\n').filter((line) => line !== '')
  const marks = [header, ...lines.slice(-WANTED)]
  const text = `${marks.join('\r\n')}\r\n`
  /** Every hundredth mark says something else. */
  const other = `${marks.map((line, index) => (index > 0 && index % 100 === 0 ? line.replace(/,[/\\],/, ',M,') : line)).join('\r\n')}\r\n`
  console.log(`${marks.length - 1} marks, ${megabytes(text.length)} of CSV, 420 pupils`)
  await measured('into an empty record', () => take('marks', text))
  await measured('the same file again', () => take('marks', text))
  await measured('a changed file, seen first', () => take('marks', other, true))
}

await (values.largest ? largest() : usual())
await meter.stop()
await local.stop()
