/** `npm start`: the trust on this machine, with a clock you can turn. */
import { parseArgs } from 'node:util'
import { systemClock } from '../shared/adapters/system/clock.ts'
import { instantOf, localDate } from '../shared/domain/time.ts'
import { processEnvironment } from '../shared/platform/environment.ts'
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
    `  phone   ${origin}/phone          be a parent`,
    `  API     ${origin}/openapi.json`,
    realTime
      ? '  The clock runs with this machine’s.'
      : `  The clock stands at ${BEGINS_AT} on ${SCHOOL_DAY} until you turn it, on the first page or with POST ${origin}/local/clock`,
    play
      ? '  The made-up teachers take their registers as the clock passes.'
      : '  Nobody takes the registers but you. To have the made-up teachers take theirs: npm start -- --play',
    '  Ctrl-C stops all of it.',
    '',
  ].join('\n')

/** Keeps the clock of the stack with the machine's, a second at a time. */
const runWithMachine = (stack: LocalStack): NodeJS.Timeout => {
  const { now } = systemClock()
  let turning = false
  return setInterval(async () => {
    if (turning) return
    turning = true
    await stack.turning.turnTo(now())
    turning = false
  }, 1000)
}

const main = async (): Promise<void> => {
  const { port, realTime, play } = readOptions()
  const [first] = readTrust()
  const zone = first?.policy.zone ?? 'Europe/London'
  const today = realTime ? localDate(systemClock().now(), zone) : SCHOOL_DAY
  const start = realTime ? systemClock().now() : instantOf(today, LOADS_AT, zone)
  const origin = `http://127.0.0.1:${port}`
  let open: LocalStack | undefined
  // The port first: to hear that it is taken should not cost a minute.
  const server = await serve(() => open, port)
  const database = await startDynamoDbLocal({ java: 'steady' }).catch((error: unknown) => {
    server.close()
    throw error
  })
  const stop = async (): Promise<void> => {
    server.close()
    server.closeAllConnections()
    await open?.close()
    await database.stop()
    process.exit()
  }
  process.once('SIGINT', () => void stop())
  process.once('SIGTERM', () => void stop())
  try {
    const { stack, policies } = await openTrust({ endpoint: database.endpoint, start, origin: () => origin })
    for (const { policy } of policies) {
      const { academy } = policy
      const files = await madeUpFiles(policy, today)
      const taken = await loadFiles(stack, academy, files, today, (what) => console.error(`  ${what}`))
      if ('refusal' in taken) throw new Error(readableRefusal(taken.refusal))
      const refuse = (refusal: Parameters<typeof readableRefusal>[0]) => console.error(readableRefusal(refusal))
      if (play) enterRegisters(taken.marks, { stack, academy, policy, date: today, refuse })
    }
    if (realTime) runWithMachine(stack)
    else await stack.turning.turnTo(instantOf(today, BEGINS_AT, zone))
    stack.timeline.onLine((line) => console.log(readableLine(line, zone)))
    open = stack
    console.log(welcome(origin, realTime, play))
  } catch (error) {
    server.close()
    await database.stop()
    throw error
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
