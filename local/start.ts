/** `npm start`: the trust on this machine, with a clock you can turn. */
import { parseArgs } from 'node:util'
import type { LoadedPolicy } from '../academies/load.ts'
import { systemClock } from '../shared/adapters/system/clock.ts'
import { isSchoolDay } from '../shared/domain/calendar.ts'
import { instantOf, localDate } from '../shared/domain/time.ts'
import { calendarOf } from '../shared/follow-up/load-known.ts'
import { processEnvironment } from '../shared/platform/environment.ts'
import { type Closing, closeOnEnding, makeClosing } from './closing.ts'
import { readableRefusal } from './day/refusals.ts'
import { enterRegisters } from './day/take-registers.ts'
import { startDynamoDbLocal } from './dynamodb-local.ts'
import { loadFiles } from './load-files.ts'
import { madeUpFiles } from './made-up.ts'
import { openTrust, readTrust } from './open-trust.ts'
import { serve } from './server.ts'
import type { LocalStack } from './stack.ts'
import { readableLine } from './timeline.ts'

const SCHOOL_DAY = '2026-01-12'
const LOADS_AT = '06:00'
const BEGINS_AT = '08:30'

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: processEnvironment().PORT ?? '8787' },
      'real-time': { type: 'boolean', default: false },
      play: { type: 'boolean', default: false },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`--port ${values.port}: a port is 1 to 65535`)
  return { port, realTime: values['real-time'], play: values.play }
}

const welcome = (origin: string, realTime: boolean, play: boolean): string =>
  [
    '',
    `Firstbell runs at ${origin}`,
    `  console ${origin}/console        be a teacher, the office, the lead, the Head ...`,
    `  phone   ${origin}/phone          be a parent: read, reply, ring`,
    `  API     ${origin}/openapi.json`,
    '  What goes to the authority and the Trust is made at night: turn the clock to the next morning, and sign in to the console',
    '  as an officer of the authority or as Trust operator. A governor signs in for the reports.',
    realTime
      ? '  The clock runs with this machine’s.'
      : `  The clock stands at ${BEGINS_AT} on ${SCHOOL_DAY} until you turn it, on the first page or with POST ${origin}/local/clock`,
    play
      ? '  The made-up teachers take their registers as the clock passes.'
      : '  Nobody takes the registers but you. To have the made-up teachers take theirs: npm start -- --play',
    '  Ctrl-C stops all of it.',
    '',
  ].join('\n')

/** Keeps the clock of the stack with the machine's, a second at a time. `fail` hears what stopped it. */
const runWithMachine = (stack: LocalStack, fail: (error: unknown) => void): (() => void) => {
  const { now } = systemClock()
  let turning = false
  const turn = async (): Promise<void> => {
    if (turning) return
    turning = true
    await stack.turning.turnTo(now())
    turning = false
  }
  const timer = setInterval(() => void turn().catch(fail), 1000)
  return () => clearInterval(timer)
}

const say = (error: unknown): void => console.error(error instanceof Error ? error.message : error)

/** Loads every academy's made-up files, and with `play` enters what its teachers do today. */
const loadTrust = async (stack: LocalStack, policies: readonly LoadedPolicy[], today: string, play: boolean) => {
  for (const { policy } of policies) {
    const { academy } = policy
    const files = await madeUpFiles(policy, today)
    const taken = await loadFiles(stack, academy, files, today, (what) => console.error(`  ${what}`))
    if ('refusal' in taken) throw new Error(readableRefusal(taken.refusal))
    if (!isSchoolDay(await calendarOf(stack.stores, academy, policy), today))
      console.error(`  ${academy}: ${today} is no school day; nothing will happen by itself`)
    const refuse = (refusal: Parameters<typeof readableRefusal>[0]) => console.error(readableRefusal(refusal))
    if (play) enterRegisters(taken.marks, { stack, academy, policy, date: today, refuse })
  }
}

const main = async (closing: Closing): Promise<void> => {
  const { port, realTime, play } = readOptions()
  const policies = readTrust()
  const zone = policies[0]?.policy.zone ?? 'Europe/London'
  const today = realTime ? localDate(systemClock().now(), zone) : SCHOOL_DAY
  const start = realTime ? systemClock().now() : instantOf(today, LOADS_AT, zone)
  const origin = `http://127.0.0.1:${port}`
  let open: LocalStack | undefined
  // The port first: to hear that it is taken should not cost a minute.
  const server = await serve(() => open, port)
  closing.add(() => {
    server.close()
    server.closeAllConnections()
  })
  const database = await startDynamoDbLocal({ java: 'steady' })
  closing.add(() => database.stop())
  const { stack } = await openTrust({ endpoint: database.endpoint, start, origin: () => origin })
  closing.add(() => stack.close())
  await loadTrust(stack, policies, today, play)
  if (!realTime) await stack.turning.turnTo(instantOf(today, BEGINS_AT, zone))
  stack.timeline.onLine((line) => console.log(readableLine(line, zone)))
  if (realTime) {
    closing.add(
      runWithMachine(stack, (error) => {
        say(error)
        process.exitCode = 1
        void closing.close().then(() => process.exit())
      }),
    )
  }
  open = stack
  console.log(welcome(origin, realTime, play))
}

const closing = makeClosing()
closeOnEnding(closing)
main(closing).catch(async (error: unknown) => {
  say(error)
  process.exitCode = 1
  await closing.close()
  process.exit()
})
