/**
 * `npm run bench:faults`: school days in which processes die before and after every write and every call outwards. Exits 1 when a text went twice
 * or wrongly, or a text, a receipt or an answer was lost.
 *
 *   --decisions 100000   how many pupils to decide about; 1000 unless told
 *   --resume             go on where a run that was stopped had come to
 *   --checkpoint FILE    where that is kept; out/bench-faults.json unless told
 *   --seed 1             another order of receipts, answers and deaths
 *   --at-once 2          days played side by side
 */
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { startDynamoDbLocal } from '../local/dynamodb-local.ts'
import { isClean } from './faults/numbers.ts'
import { playOnce } from './faults/play.ts'
import { keepProgress, newProgress, readProgress, withDay } from './faults/progress.ts'
import { PROVIDERS } from './faults/school.ts'
import { tableOf } from './faults/table.ts'

/** Decisions of one day. */
const A_DAY = 1000

const whole = z.coerce.number().int().min(1)
const Arguments = z.object({
  decisions: whole.default(A_DAY),
  resume: z.boolean().default(false),
  checkpoint: z.string().default('out/bench-faults.json'),
  seed: whole.default(1),
  'at-once': whole.max(8).default(2),
})

const { values } = parseArgs({
  options: {
    decisions: { type: 'string' },
    resume: { type: 'boolean' },
    checkpoint: { type: 'string' },
    seed: { type: 'string' },
    'at-once': { type: 'string' },
  },
})
const { decisions, resume, checkpoint, seed, 'at-once': atOnce } = Arguments.parse(values)

let progress = resume ? await readProgress(checkpoint) : newProgress(seed)
const history = { tallies: new Map(progress.tallies), places: new Map(progress.places) }
await mkdir(dirname(checkpoint), { recursive: true })
const local = await startDynamoDbLocal({ java: 'steady' })
const days = Math.ceil(decisions / A_DAY)
let next = progress.days
let since = performance.now()

const playOn = async (): Promise<void> => {
  while (next < days) {
    const day = next++
    const size = { providers: PROVIDERS, decisions: Math.min(A_DAY, decisions) }
    const played = await playOnce(local.endpoint, size, progress.seed + day, history)
    const now = performance.now()
    progress = { ...withDay(progress, played, history), seconds: progress.seconds + (now - since) / 1000 }
    since = now
    await keepProgress(checkpoint, progress)
    process.stderr.write(`day ${progress.days} of ${days}\r`)
  }
}
await Promise.all(Array.from({ length: atOnce }, playOn))
await local.stop()
process.stderr.write('\n')
for (const line of tableOf(progress)) console.log(line)
for (const complaint of progress.complaints) console.log(complaint)
process.exitCode = isClean(progress.sum) ? 0 : 1
