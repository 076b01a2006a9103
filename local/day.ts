/** `npm run day`: plays one school day from files, without a screen, and writes down what happened. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LoadedPolicy } from '../academies/load.ts'
import { policyOfDay } from '../shared/domain/late-opening.ts'
import { instantOf } from '../shared/domain/time.ts'
import { decodeCsv } from '../shared/imports/table.ts'
import { type Closing, closeOnEnding, makeClosing } from './closing.ts'
import { type DayArguments, FILES, readArguments, USAGE } from './day/arguments.ts'
import { deliverTexts, enterEvents, isOf, readEvents } from './day/enter-events.ts'
import { missingFiles, missingInDay } from './day/missing.ts'
import { type Refusal, readableRefusal } from './day/refusals.ts'
import { summaryOf } from './day/summary.ts'
import { enterRegisters, type Played } from './day/take-registers.ts'
import { extractsInWords, playNight, writeExtracts } from './day/write-extracts.ts'
import { writeOut } from './day/write-out.ts'
import { startDynamoDbLocal } from './dynamodb-local.ts'
import { type AcademyFiles, loadFiles } from './load-files.ts'
import { madeUpFiles } from './made-up.ts'
import { openTrust, readTrust } from './open-trust.ts'
import type { LocalStack } from './stack.ts'
import { readableLine } from './timeline.ts'

const LOADS_AT = '06:00'
const ENDS_AT = '18:00'

const progress = (what: string): void => console.error(`  ${what}`)

const readText = async (option: string, path: string): Promise<string> => {
  try {
    return decodeCsv(await readFile(path))
  } catch {
    throw new Error(`--${option} ${path}: the file cannot be read. Give the path of a file that is there.`)
  }
}

const givenFiles = async (args: DayArguments): Promise<AcademyFiles> => {
  const given = FILES.flatMap((file) => {
    const path = args[file]
    return path === undefined ? [] : [[file, path] as const]
  })
  return Object.fromEntries(
    await Promise.all(given.map(async ([file, path]) => [file, await readText(file, path)] as const)),
  )
}

/** With a roll of one's own nothing made up is left, since it would name pupils who are not there. */
const filesOf = async (loaded: LoadedPolicy, given: AcademyFiles, date: string): Promise<AcademyFiles> =>
  given.roll === undefined ? { ...(await madeUpFiles(loaded.policy, date)), ...given } : given

const chosen = (
  policies: readonly LoadedPolicy[],
  args: DayArguments,
  given: AcademyFiles,
): readonly LoadedPolicy[] => {
  const one = args.academy ?? (Object.keys(given).length > 0 ? 'springbank' : undefined)
  const found = policies.filter(({ policy }) => one === undefined || policy.academy === one)
  if (found.length > 0) return found
  const there = policies.map(({ policy }) => policy.academy).join(', ')
  throw new Error(`--academy ${one} has no policy. Choose one of ${there}, or add academies/${one}.json.`)
}

interface Prepared {
  readonly loaded: LoadedPolicy
  readonly files: AcademyFiles
}

const play = async (
  stack: LocalStack,
  prepared: readonly Prepared[],
  given: AcademyFiles,
  args: DayArguments,
): Promise<readonly Refusal[]> => {
  const { date } = args
  const events = args.events === undefined ? [] : readEvents(await readText('events', args.events))
  const refusals: Refusal[] = []
  for (const { loaded, files } of prepared) {
    const { policy } = loaded
    const taken = await loadFiles(stack, policy.academy, files, date, progress)
    if ('refusal' in taken) return [taken.refusal]
    if (taken.marks.later > 0) progress(`${policy.academy}: ${taken.marks.later} marks after ${date} left out`)
    const missing = await missingInDay(stack, policy, given, taken.marks, date)
    for (const what of missing) progress(`${policy.academy}: ${what}`)
    const played: Played = { stack, academy: policy.academy, policy, date, refuse: (refusal) => refusals.push(refusal) }
    // Teachers and late pupils come when the school says, as they would have read it at home.
    const late = events.findLast((event) => event.kind === 'late-opening' && isOf(event, policy.academy))
    enterRegisters(taken.marks, {
      ...played,
      policy: policyOfDay(policy, late?.kind === 'late-opening' ? late : undefined),
    })
    enterEvents(events, played)
    if (args.receipts === 'delivered') deliverTexts(events, played)
  }
  const before = stack.timeline.lines().length
  const zone = prepared[0]?.loaded.policy.zone ?? stack.zone
  progress('playing the day')
  await stack.turning.turnTo(instantOf(date, ENDS_AT, zone))
  if (refusals.some(({ of }) => of === 'file')) return refusals
  const academies = prepared.map(({ loaded }) => loaded.policy.academy)
  const written = await writeOut(stack, academies, date, before, args.out)
  for (const line of written.timeline) console.log(readableLine(line, zone))
  console.log(`\n${await summaryOf(stack, academies, date, written)}`)
  progress('playing the night')
  await playNight(stack, date, zone)
  const folder = join(args.out, 'extracts')
  console.log(`\n${extractsInWords(await writeExtracts(stack, academies, folder), folder)}\n\nWritten to ${args.out}/`)
  return refusals
}

const main = async (closing: Closing): Promise<number> => {
  const args = readArguments(process.argv.slice(2))
  const given = await givenFiles(args)
  for (const what of missingFiles(given)) progress(what)
  const prepared = await Promise.all(
    chosen(readTrust(), args, given).map(async (loaded) => ({
      loaded,
      files: await filesOf(loaded, given, args.date),
    })),
  )
  const database = await startDynamoDbLocal({ java: 'steady' })
  closing.add(() => database.stop())
  const start = instantOf(args.date, LOADS_AT, prepared[0]?.loaded.policy.zone ?? 'UTC')
  const { stack } = await openTrust({ endpoint: database.endpoint, start })
  closing.add(() => stack.close())
  const refusals = await play(stack, prepared, given, args)
  for (const refusal of refusals) console.error(readableRefusal(refusal))
  return refusals.some(({ of }) => of === 'file') ? 1 : 0
}

const closing = makeClosing()
closeOnEnding(closing)
process.exitCode = await main(closing).catch((error: unknown) => {
  console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`)
  return 1
})
await closing.close()
