/**
 * `npm run bench:faults`: school days in which processes die before and after every write and every call outwards. Exits 1 when a text went twice
 * or wrongly, or a text, a receipt or an answer was lost.
 *
 *   --decisions 100000   how many pupils to decide about; 1000 unless told
 *   --a-day 1000         how many of them on one school day
 *   --here 68            how many in a hundred are simply here; 90 is a bad day of a real school
 *   --resume             go on where a run that was stopped had come to
 *   --checkpoint FILE    where that is kept; out/bench-faults.json unless told
 *   --seed 1             another order of receipts, answers and deaths
 *   --at-once 2          days played side by side
 */
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { MOSTLY_HERE } from './faults/decisions.ts'
import { isClean } from './faults/numbers.ts'
import { makePlayer } from './faults/player.ts'
import { keepProgress, newProgress, readProgress, withDay } from './faults/progress.ts'
import { type History, withTried } from './faults/reaper.ts'
import { PROVIDERS } from './faults/school.ts'
import { tableOf } from './faults/table.ts'
import { storeOfBench } from './store.ts'

const A_DAY = 1000

const whole = z.coerce.number().int().min(1)
const Arguments = z.object({
  decisions: whole.default(A_DAY),
  'a-day': whole.default(A_DAY),
  here: whole.max(99).default(MOSTLY_HERE),
  resume: z.boolean().default(false),
  checkpoint: z.string().default('out/bench-faults.json'),
  seed: whole.default(1),
  'at-once': whole.max(8).default(2),
})

const { values } = parseArgs({
  options: {
    decisions: { type: 'string' },
    'a-day': { type: 'string' },
    here: { type: 'string' },
    resume: { type: 'boolean' },
    checkpoint: { type: 'string' },
    seed: { type: 'string' },
    'at-once': { type: 'string' },
  },
})
const { decisions, 'a-day': aDay, here, resume, checkpoint, seed, 'at-once': atOnce } = Arguments.parse(values)

let progress = resume ? await readProgress(checkpoint) : newProgress(seed)
let history: History = { tallies: new Map(progress.tallies), places: new Map(progress.places) }
await mkdir(dirname(checkpoint), { recursive: true })
const local = await storeOfBench('steady')
const days = Math.ceil(decisions / aDay)
const size = { providers: PROVIDERS, decisions: Math.min(aDay, decisions), here }
const left = Array.from({ length: days }, (_, day) => day).filter((day) => !progress.played.includes(day))
let since = performance.now()

const playOn = async (): Promise<void> => {
  const player = makePlayer(local.endpoint)
  for (let day = left.shift(); day !== undefined; day = left.shift()) {
    const before = history
    const { played, history: after } = await player.play({ size, seed: progress.seed + day, history: before })
    history = withTried(history, before, after)
    const now = performance.now()
    progress = { ...withDay(progress, day, played, history), seconds: progress.seconds + (now - since) / 1000 }
    since = now
    await keepProgress(checkpoint, progress)
    process.stderr.write(`day ${progress.played.length} of ${days}\r`)
  }
  await player.leave()
}
await Promise.all(Array.from({ length: atOnce }, playOn))
await local.stop()
process.stderr.write('\n')
for (const line of tableOf(progress)) console.log(line)
for (const complaint of progress.complaints) console.log(complaint)
process.exitCode = isClean(progress.sum) ? 0 : 1
