/**
 * `npm run bench:extracts`: every extract of a trust of 10,000 pupils in 20 academies with a year of marks, loaded in bulk. Prints memory, time and
 * reads, and exits 1 when a process as big as the function does not do, or when reads grow faster than pupils. Another trust: pupils and academies
 * as arguments.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { startDynamoDbLocal } from '../local/dynamodb-local.ts'
import { loadAcademy, newTable, type School } from './extracts/trust.ts'
import { openMeter } from './meter.ts'

const PUPILS = Number(process.argv[2] ?? 10_000)
const ACADEMIES = Number(process.argv[3] ?? 20)
/** What Lambda gives the function; half a process is its heap. */
const MOST_MEGABYTES = 512
const HEAP = 320
/** Reads for a pupil of a school twice as large: not more, give or take what does not grow with pupils. */
const MOST_GROWTH = 1.1
const TABLE = 'extracts-bench'

const Done = z.object({
  made: z.int(),
  rows: z.int(),
  bytes: z.int(),
  seconds: z.number(),
  megabytes: z.number(),
})

const makeAll = (endpoint: string, folder: string, academies: readonly string[]): Promise<z.output<typeof Done>> =>
  new Promise((resolve, reject) => {
    const program = fileURLToPath(new URL('extracts/make-all.ts', import.meta.url))
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${HEAP}`, program, endpoint, TABLE, folder, ...academies],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    let said = ''
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString('utf8')
    })
    child.on('close', (code) =>
      code === 0 ? resolve(Done.parse(JSON.parse(said))) : reject(new Error(`Extracts ended with ${code}`)),
    )
  })

const folder = mkdtempSync(join(tmpdir(), 'firstbell-extracts-'))
const local = await startDynamoDbLocal({ java: 'steady' })
try {
  await newTable(local.endpoint, TABLE)
  const each = Math.floor(PUPILS / ACADEMIES)
  const trust: readonly School[] = Array.from({ length: ACADEMIES }, (_, n) => ({
    academy: `academy-${n + 1}`,
    pupils: each,
  }))
  const small: School = { academy: 'small', pupils: Math.floor(each / 2) }
  let marks = 0
  const began = performance.now()
  for (const school of [small, ...trust]) {
    const loaded = await loadAcademy(local.endpoint, TABLE, school)
    if (school !== small) marks += loaded
  }
  console.log(
    `Loaded ${each * ACADEMIES} pupils in ${ACADEMIES} academies, ${marks.toLocaleString('en-GB')} marks, in ${((performance.now() - began) / 1000).toFixed(0)} s.`,
  )

  const readsOf = async ({ academy, pupils }: School): Promise<number> => {
    const meter = await openMeter(local.endpoint, academy)
    await makeAll(meter.endpoint, folder, [academy])
    const reads = [...meter.units.values()].reduce((sum, { reads: some }) => sum + some, 0)
    await meter.stop()
    console.log(`${academy}: ${pupils} pupils, ${reads.toFixed(0)} read units, ${(reads / pupils).toFixed(2)} a pupil.`)
    return reads / pupils
  }
  const [first, ...rest] = trust
  if (first === undefined) throw new Error('A trust has at least one academy')
  const ofSmall = await readsOf(small)
  const ofLarge = await readsOf(first)
  const done = await makeAll(
    local.endpoint,
    folder,
    rest.map(({ academy }) => academy),
  )
  console.log(
    `The other ${rest.length} academies, one after another in one process: ${done.made} extracts, ${done.rows.toLocaleString('en-GB')} rows, ${(done.bytes / 1e6).toFixed(1)} MB, in ${done.seconds.toFixed(1)} s; ${done.megabytes.toFixed(0)} MB of memory at most (${MOST_MEGABYTES} allowed).`,
  )
  const isFine = done.megabytes <= MOST_MEGABYTES && ofLarge <= ofSmall * MOST_GROWTH
  console.log(
    isFine ? 'Within memory, and reads grow with pupils.' : 'NOT within memory, or reads grow faster than pupils.',
  )
  process.exitCode = isFine ? 0 : 1
} finally {
  await local.stop()
  rmSync(folder, { recursive: true, force: true })
}
