/** The synthesised stack on one machine: every part of the template that runs, wired as the template wires it. */
import { rm } from 'node:fs/promises'
import { localClient } from '../shared/adapters/dynamodb/client.ts'
import { dynamoStores } from '../shared/adapters/dynamodb/dynamo-stores.ts'
import { randomIds } from '../shared/adapters/system/ids.ts'
import type { PupilKey } from '../shared/domain/people.ts'
import type { Instant } from '../shared/domain/time.ts'
import type { Stores } from '../shared/ports/stores.ts'
import { runAccounts } from './accounts.ts'
import { makeBus } from './bus.ts'
import { type Calls, makeCalls } from './calls.ts'
import { phoneNetwork } from './carrier.ts'
import { virtualClock } from './clock.ts'
import { localCourier } from './courier.ts'
import { makeDeliveries } from './deliveries.ts'
import { faultBoard } from './faults.ts'
import { arrivalMessage, localFiles } from './files.ts'
import { fromSource, type LoadFolder, loadFunctions } from './functions.ts'
import { makeGateway } from './gateway.ts'
import { hookCalls } from './hook-calls.ts'
import { postOffice } from './post-office.ts'
import { providerWords } from './provider-words.ts'
import { makeQueues } from './queues.ts'
import { startSchedules } from './schedules.ts'
import { shardReader } from './shard-reader.ts'
import { makeStreams } from './streams.ts'
import { createTemplateTable, streamsClient } from './table.ts'
import { makeTelephone } from './telephone/telephone.ts'
import { type NamedTemplate, readStacks } from './template.ts'
import { makeTimeline } from './timeline.ts'
import { localTokens } from './tokens.ts'
import { makeTopics } from './topics.ts'
import { makeTurning } from './turning.ts'
import { readWiring, type Wiring } from './wiring.ts'
import { localQueue, makeWorlds, runSecrets } from './world.ts'

export interface StackSettings {
  readonly templates: readonly NamedTemplate[]
  /** Where DynamoDB Local answers. */
  readonly endpoint: string
  /** The table of this stack there; made when opening. */
  readonly table: string
  /** What the clock says when opening. */
  readonly start: Instant
  /** A folder for uploaded files. */
  readonly folder: string
  /** Where the gateway can be reached, for upload addresses. */
  readonly origin?: () => string
  readonly load?: LoadFolder
  readonly writeLog?: (line: string) => void
}

/** Pupil ids for keys; a key that is on no roll stands for itself. */
const pupilIds = (stores: Stores) => {
  const known = new Map<string, string>()
  return async (academy: string, keys: readonly PupilKey[]): Promise<readonly string[]> => {
    const unknown = keys.filter((key) => !known.has(`${academy} ${key}`))
    if (unknown.length > 0) {
      const pupils = await stores.roll.pupils(academy, unknown)
      for (const pupil of Object.values(pupils)) known.set(`${academy} ${pupil.key}`, pupil.pupilId)
    }
    return keys.map((key) => known.get(`${academy} ${key}`) ?? key)
  }
}

const folderArn = (wiring: Wiring, folder: string): string => {
  const found = wiring.functions.find((one) => one.folder === folder)
  if (!found) throw new Error(`The stack has no function from functions/${folder}.`)
  return found.arn
}

const AUDIENCE = 'firstbell-local'

/** Opens the stack: makes its table, its functions and its schedules. Throws when the template cannot be played. */
export const openStack = async (settings: StackSettings) => {
  const wiring = readWiring(readStacks(settings.templates))
  await createTemplateTable(wiring, settings.endpoint, settings.table)
  const clock = virtualClock(settings.start)
  const faults = faultBoard()
  const accounts = runAccounts()
  const secrets = runSecrets((name) => (name.includes('Accounts') ? accounts.secret : undefined))
  const client = localClient(settings.endpoint, settings.table)
  const stores = dynamoStores(client, settings.table, { phoneKeys: () => secrets.read('phones') })
  const idsOf = pupilIds(stores)
  const timeline = makeTimeline(idsOf)
  const functions = new Map<string, (event: unknown, context: unknown) => Promise<unknown>>()

  const queues = makeQueues(wiring, clock, faults, () => calls)
  const lastResort = (queue: string, message: unknown): void => queues.send(queue, [JSON.stringify(message)])
  const calls: Calls = makeCalls(wiring, functions, clock, faults, lastResort)
  const deliveries = makeDeliveries(wiring, clock, faults, calls, queues)
  const { announced, bus } = makeBus(wiring, deliveries)
  const topics = makeTopics(wiring, clock, queues)
  const direct: unknown[] = []
  const hooks = hookCalls(clock, () => gateway)
  const words = providerWords(
    {
      receipt: (event) => topics.publish(topics.leadingTo('receipts'), JSON.stringify(event)),
      inbound: (event) => topics.publish(topics.leadingTo('inbound-text'), JSON.stringify(event)),
      deliveryLog: (event) => direct.push(event),
      hook: (call) => (faults.now().callbacks === 'lost' ? undefined : hooks.add(call)),
    },
    accounts,
  )
  const carrier = phoneNetwork(faults, words, () => clock.now())
  const postal = postOffice(faults, () => clock.now(), { add: hooks.add, accounts })
  const arrived = (bucket: string, path: string, bytes: number): void => {
    const tells = wiring.buckets.find(({ name }) => name === bucket)?.tells ?? []
    for (const { queue, prefix } of tells)
      if (path.startsWith(prefix)) queues.send(queue, [arrivalMessage(bucket, path, bytes, clock.now())])
  }
  const files = localFiles(settings.folder, randomIds(), settings.origin ?? (() => 'http://local'), arrived)
  const worldOf = makeWorlds({
    clock,
    queues,
    deliveries,
    faults,
    carrier,
    files,
    post: postal.post,
    courier: localCourier(files),
    timeline,
    bus,
    secrets,
    stores: () => stores,
    writeLog: settings.writeLog ?? (() => undefined),
  })
  for (const [arn, run] of await loadFunctions(wiring, worldOf, settings.load ?? fromSource)) functions.set(arn, run)

  const reader = streamsClient(settings.endpoint, settings.table)
  const streams = makeStreams(wiring, shardReader(reader, settings.table), clock, faults, calls, lastResort)
  const deliverLogs = async (): Promise<boolean> => {
    const events = direct.splice(0)
    for (const event of events) await calls.callLater(folderArn(wiring, 'receipts-from-logs'), event)
    return events.length > 0
  }
  const turning = makeTurning(clock, [deliverLogs, hooks.pump, () => streams.pump(), () => queues.pump()])
  startSchedules(wiring, clock, faults, deliveries)
  const jwt = wiring.authorizers[0]?.JwtConfiguration
  const tokens = await localTokens(jwt?.Issuer ?? 'local', jwt?.Audience[0] ?? AUDIENCE, clock)

  const lettersEnv = wiring.functions.find(({ folder }) => folder === 'letters')?.env
  /** What whoever orders letters is given: their bucket and their queue. */
  const letters = {
    files: files.bucket(lettersEnv?.LETTERS_BUCKET ?? ''),
    work: localQueue(queues, lettersEnv?.LETTERS_QUEUE_URL ?? ''),
  }
  const gateway = makeGateway(wiring, calls, tokens, clock)
  const telephone = makeTelephone({ wiring, calls, gateway, accounts, faults, stores })

  return {
    wiring,
    clock,
    turning,
    faults,
    queues,
    carrier,
    telephone,
    postal,
    /** The accounts by which providers prove their calls to the gateway. */
    accounts,
    letters,
    files,
    timeline,
    announced,
    tokens,
    /** The table's name on DynamoDB Local. */
    table: settings.table,
    stores,
    idsOf,
    gateway,
    /** The time zone of the schedules. */
    zone: wiring.schedules[0]?.ScheduleExpressionTimezone ?? 'Europe/London',
    /** Lets go of the database and takes away the files that were sent in, which hold pupils' data. */
    async close(): Promise<void> {
      reader.destroy()
      client.destroy()
      // Something may still be writing: then the folder is not empty when it should go.
      await rm(settings.folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

export type LocalStack = Awaited<ReturnType<typeof openStack>>
