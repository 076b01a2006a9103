/** `npm run year`: plays a school year from files and writes down everything it would have sent and asked. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { schoolYearOf } from '../shared/domain/calendar.ts'
import { addDays, instantOf, isLocalDate } from '../shared/domain/time.ts'
import { decodeCsv } from '../shared/imports/table.ts'
import { closeOnEnding, makeClosing } from './closing.ts'
import { FILES } from './day/arguments.ts'
import { readableRefusal } from './day/refusals.ts'
import { startDynamoDbLocal } from './dynamodb-local.ts'
import { openTrust, readTrust } from './open-trust.ts'
import { makeSample } from './sample/make-sample.ts'
import { byWeek } from './year/by-week.ts'
import { checkYear } from './year/check.ts'
import { happenedIn } from './year/happened.ts'
import { playYear } from './year/play-year.ts'

const USAGE = `npm run year -- [--from 2025-09-01] [--until 2026-07-15] [--academy springbank] [--pupils 420]
  [--roll f --contacts f --staff f --agencies f --marks f --calendar f]   files instead of a made-up school
  [--unreported 40]   per cent of reasons given on the day that come only after the text
  [--seed 1]          another made-up school, and other reasons that come late
  [--out out/year]    where year.jsonl goes

npm run year -- --check    plays the year that is kept as a golden file and says what differs; --write keeps it as it is now`

const date = z.string().refine(isLocalDate, { error: 'is YYYY-MM-DD, like 2026-01-12' })
const whole = (most: number) => z.coerce.number().int().min(0).max(most)
const Arguments = z.object({
  academy: z.string().default('springbank'),
  until: date.default('2026-07-15'),
  from: date.optional(),
  pupils: whole(2_000).default(420),
  unreported: whole(100).default(40),
  seed: whole(1_000_000).default(1),
  out: z.string().default('out/year'),
  ...Object.fromEntries(FILES.map((file) => [file, z.string().optional()])),
})

const BAR = 30

const progress = (day: string, nth: number, of: number): void => {
  // Where nobody watches, a bar is a line for every day.
  if (!process.stderr.isTTY) return
  const full = Math.round((nth / of) * BAR)
  process.stderr.write(`\r  ${day}  ${'█'.repeat(full)}${'░'.repeat(BAR - full)}  ${nth} of ${of} school days`)
}

/** What is to become of the golden year, where the command is about that. */
const goldenAsked = (): 'check' | 'write' | undefined => {
  const [only, ...rest] = process.argv.slice(2)
  if (rest.length > 0) return undefined
  return only === '--check' ? 'check' : only === '--write' ? 'write' : undefined
}

const readOptions = () => {
  const names = ['academy', 'from', 'until', 'pupils', 'unreported', 'seed', 'out', ...FILES]
  const { values } = parseArgs({
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
  })
  const read = Arguments.safeParse(values)
  const issue = read.error?.issues[0]
  if (!read.success) throw new Error(`--${issue?.path.join('.')} ${issue?.message}`)
  return { values, ...read.data, from: read.data.from ?? schoolYearOf(read.data.until) }
}

const main = async (closing: ReturnType<typeof makeClosing>): Promise<number> => {
  const golden = goldenAsked()
  if (golden !== undefined) return checkYear(golden, progress)
  const { values, academy, from, until, pupils, unreported, seed, out } = readOptions()
  const loaded = readTrust().find(({ policy }) => policy.academy === academy)
  if (!loaded) throw new Error(`--academy ${academy} has no policy.`)
  const given = FILES.flatMap((file) => (values[file] === undefined ? [] : [[file, values[file]] as const]))
  const files =
    given.length === 0
      ? makeSample({ policy: loaded.policy, pupils, date: until, from, seed: String(seed) })
      : Object.fromEntries(
          await Promise.all(given.map(async ([file, path]) => [file, decodeCsv(await readFile(path))] as const)),
        )
  const database = await startDynamoDbLocal({ java: 'steady' })
  closing.add(() => database.stop())
  const start = instantOf(addDays(from, -1), '12:00', loaded.policy.zone)
  const { stack } = await openTrust({ endpoint: database.endpoint, start })
  closing.add(() => stack.close())
  const refusals = await playYear({ stack, loaded, files, from, until, unreported, seed, progress })
  process.stderr.write('\n')
  const happened = happenedIn(stack.timeline.lines().filter((line) => line.academy === academy))
  await mkdir(out, { recursive: true })
  await writeFile(join(out, 'year.jsonl'), happened.map((each) => `${JSON.stringify(each)}\n`).join(''))
  for (const line of byWeek(happened, from, until, loaded.policy.zone)) console.log(line)
  for (const refusal of refusals) console.error(readableRefusal(refusal))
  console.log(`\nWritten to ${join(out, 'year.jsonl')}`)
  return refusals.some(({ of }) => of === 'file') ? 1 : 0
}

const closing = makeClosing()
closeOnEnding(closing)
process.exitCode = await main(closing).catch((error: unknown) => {
  console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`)
  return 1
})
await closing.close()
