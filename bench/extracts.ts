/**
 * `npm run bench:extracts`: every extract, every report of the end of a school year, and what the Trust asks of all its academies at once, of a
 * trust with a year of marks loaded in bulk. Prints
 * request units, memory, time and bytes, and exits 1 when a process as big as the function does not do, or when reads grow faster than pupils.
 *
 *   --pupils 1000    of the trust; 10000 is the whole one, and takes some minutes
 *   --each 500       pupils of an academy
 *   --keep FOLDER    keeps the table and what was made there, and goes on where a run that was stopped had come to
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { verdictOf } from './extracts/figures.ts'
import { type Asked, type Maker, startMaker } from './extracts/maker.ts'
import { measureAsked, measureTrust } from './extracts/measure.ts'
import { keepProgress, type Progress, readProgress, readShares } from './extracts/progress.ts'
import { newTable, type School } from './extracts/trust.ts'
import { storeOfBench } from './store.ts'

const whole = z.coerce.number().int().min(60)
const Arguments = z.object({ pupils: whole.default(1_000), each: whole.default(500), keep: z.string().optional() })
const { values } = parseArgs({
  options: { pupils: { type: 'string' }, each: { type: 'string' }, keep: { type: 'string' } },
})
const { pupils, each, keep } = Arguments.parse(values)

const TABLE = 'extracts-bench'
const FIRST_DAY = '2025-09-01'
const folder = keep ?? mkdtempSync(join(tmpdir(), 'firstbell-extracts-'))
const [data, progressFile, sharesFile] = ['table', 'progress.json', 'shares.json'].map((name) =>
  join(folder, name),
) as [string, string, string]
const isNew = !existsSync(data)
mkdirSync(data, { recursive: true })

const school = (academy: string, size: number): School => ({ academy, pupils: size, from: FIRST_DAY })
const academies = Math.max(1, Math.round(pupils / each))
const small = school('half', Math.floor(each / 2))
const trust = Array.from({ length: academies }, (_, n) => school(`academy-${n + 1}`, each))

const local = await storeOfBench('steady', keep === undefined ? undefined : data)
const makers: Readonly<Record<Asked['what'], Maker>> = {
  extracts: startMaker(),
  reports: startMaker(),
  trust: startMaker(),
}
const place = { endpoint: local.endpoint, table: TABLE, folder: join(folder, 'files') }
const make = (asked: Asked) => makers[asked.what].make(asked)
try {
  if (isNew || keep === undefined) await newTable(local.endpoint, TABLE)
  const measured: Progress = await measureTrust([small, ...trust], readProgress(progressFile), {
    place,
    make,
    keep: (progress) => {
      keepProgress(progressFile, progress)
      process.stderr.write(`academy ${progress.length} of ${trust.length + 1}\r`)
    },
  })
  process.stderr.write('\n')
  const shares = await measureAsked(measured.slice(1), readShares(sharesFile), {
    place,
    make,
    keep: (done) => keepProgress(sharesFile, done),
  })
  const { lines, isFine } = verdictOf(measured.slice(1), measured.slice(0, 1), shares)
  for (const line of lines) console.log(line)
  process.exitCode = isFine ? 0 : 1
} finally {
  for (const maker of Object.values(makers)) maker.leave()
  await local.stop()
  if (keep === undefined) rmSync(folder, { recursive: true, force: true })
}
