/** Functions whose processes may die: the deployed handlers, on the real store, in a world where every call outwards is a fault point. */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { fromSource, type LoadFolder } from '../../local/functions.ts'
import { localClient } from '../../shared/adapters/dynamodb/client.ts'
import { dynamoStores } from '../../shared/adapters/dynamodb/dynamo-stores.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import type { Texter } from '../../shared/ports/texter.ts'
import type { World } from '../../shared/ports/world.ts'
import type { Reaper } from './reaper.ts'

type Run = (event: unknown, context: unknown) => Promise<unknown>
const Module = z.object({ make: z.custom<(world: World) => Run>((value) => typeof value === 'function') })

const WRITES = /^(Put|Update|Delete|TransactWrite|BatchWrite|ExecuteStatement|BatchExecute|ExecuteTransaction)/

interface Operation {
  readonly name: string
  writes: number
}

/** What an invocation was given, so that the same message is known again when it comes back. */
const Given = z.union([
  z
    .object({
      Records: z.array(
        z
          .object({ messageId: z.string() })
          .or(z.object({ dynamodb: z.object({ SequenceNumber: z.string() }) }))
          .transform((record) => ('messageId' in record ? record.messageId : record.dynamodb.SequenceNumber)),
      ),
    })
    .transform(({ Records }) => Records),
  z
    .object({ routeKey: z.string(), rawPath: z.string(), body: z.string().optional() })
    .transform(({ routeKey, rawPath, body }) => [`${routeKey} ${rawPath} ${body ?? ''}`]),
  z.unknown().transform((event) => [JSON.stringify(event)]),
])

/** Every method of an object passes through `around`, with its name. */
const wrapped = <T extends object>(
  target: T,
  around: <R>(name: string, call: () => Promise<R>) => Promise<R>,
  prefix = '',
): T =>
  new Proxy(target, {
    get: (from, name) => {
      const value: unknown = Reflect.get(from, name)
      if (typeof value === 'object' && value !== null) return wrapped(value, around, `${prefix}${String(name)}.`)
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => around(`${prefix}${String(name)}`, async () => Reflect.apply(value, from, args))
    },
  })

/** A client every request of which belongs to a living process, and every write of which is a fault point named after its operation. */
const mortalClient = (
  { endpoint, table, reaper }: MortalSettings,
  operations: AsyncLocalStorage<Operation>,
): DynamoDBDocumentClient => {
  const client = localClient(endpoint, table)
  client.middlewareStack.add(
    (next, context) => (args) => {
      if (!WRITES.test(String(context.commandName))) return reaper.reading(() => next(args))
      const operation = operations.getStore() ?? { name: 'write', writes: 0 }
      operation.writes++
      const which = operation.writes === 1 ? '' : ` (write ${operation.writes})`
      return reaper.passing(`${operation.name}${which}`, () => next(args))
    },
    { step: 'initialize', name: 'mortal' },
  )
  return client
}

export interface MortalSettings {
  readonly endpoint: string
  readonly table: string
  readonly reaper: Reaper
  /** The phone network as this run wants it to behave. */
  readonly network: (texter: Texter) => Texter
}

/** Loads the functions of the stack so that each can die, and begins anew with an empty memory when it has. */
export const mortalFunctions = (settings: MortalSettings): { readonly load: LoadFolder; close(): void } => {
  const { reaper } = settings
  const operations = new AsyncLocalStorage<Operation>()
  const client = mortalClient(settings, operations)

  const storesOf = (world: World): Stores => {
    const stores = dynamoStores(client, settings.table, { phoneKeys: () => world.secrets.read('phones') })
    return wrapped(stores, (name, call) => operations.run({ name, writes: 0 }, call))
  }
  const port = <T extends object>(name: string, target: T): T =>
    wrapped(target, (method, call) => reaper.passing(`${name}.${method}`, call))

  const worldOf = (world: World): World => {
    let stores: Stores | undefined
    return {
      ...world,
      stores: () => {
        stores ??= storesOf(world)
        return stores
      },
      queue: (url) => port('queue', world.queue(url)),
      texter: (provider, given) => port(`texter(${provider})`, settings.network(world.texter(provider, given))),
      timers: (given) => port('timers', world.timers(given)),
      sweepTimers: (given) => port('sweepTimers', world.sweepTimers(given)),
      bus: (name) => port('bus', world.bus(name)),
    }
  }

  return {
    load: async (folder) => {
      const { make } = Module.parse(await fromSource(folder))
      return {
        make: (world: World): Run => {
          let run = make(worldOf(world))
          return async (event, context) => {
            const mine = run
            try {
              return await reaper.living(folder, Given.parse(event), () => mine(event, context))
            } catch (error) {
              run = make(worldOf(world))
              throw error
            }
          }
        },
      }
    },
    close: () => client.destroy(),
  }
}
