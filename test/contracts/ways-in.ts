/**
 * The ways by which a provider tells Firstbell anything: the real functions behind its calls, its topics and its logs, on a real store. What a
 * function puts on a queue is worked off by the function of that queue.
 */
import type { Context, SQSEvent } from 'aws-lambda'
import { make as hooks } from '../../functions/hooks/handler.ts'
import { make as inboundText } from '../../functions/inbound-text/handler.ts'
import { make as receipts } from '../../functions/receipts/handler.ts'
import { make as receiptsFromLogs } from '../../functions/receipts-from-logs/handler.ts'
import { type HookCall, type RunAccounts, runAccounts } from '../../local/accounts.ts'
import type { World } from '../../shared/ports/world.ts'
import { AT } from '../support/stored-examples.ts'
import { type FreshStores, freshStores } from '../support/stores.ts'

type Listening = 'receipts' | 'inbound-text'
type Run = (event: unknown, context: Context) => Promise<unknown>

const ENV = {
  TABLE: 'any',
  INBOUND_QUEUE_URL: 'inbound-text',
  RECEIPTS_QUEUE_URL: 'receipts',
  LETTERS_QUEUE_URL: 'letters',
  UNREAD_QUEUE_URL: 'unread',
  TEXTS_QUEUE_URL: 'texts',
  ACCOUNTS_SECRET: 'accounts',
  PHONES_SECRET: 'phones',
}

export interface WaysIn {
  /** The accounts that hold now, to call with. */
  readonly accounts: RunAccounts
  /** Those before them, which still hold, and those before those, which do not. */
  readonly before: RunAccounts
  readonly stale: RunAccounts
  /** Calls a hook and answers its status. */
  call(call: HookCall): Promise<number>
  /** Calls a hook that must answer so. */
  called(call: HookCall, status: number): Promise<void>
  topic(folder: Listening, message: unknown): Promise<void>
  deliveryLog(event: unknown): Promise<void>
  /** Hands out again what came back to its queue; answers how many are there still. */
  again(): Promise<number>
  /** What else was put on queues: calls that could not be read, and what is said of letters. */
  readonly put: readonly { readonly queue: string; readonly message: unknown }[]
  readonly logged: readonly string[]
  readonly fresh: FreshStores
}

export const waysIn = async (): Promise<WaysIn> => {
  const fresh = await freshStores()
  const [accounts, before, stale] = [runAccounts(), runAccounts(), runAccounts()]
  const put: { queue: string; message: unknown }[] = []
  const logged: string[] = []
  let waiting: { folder: Listening; body: string }[] = []
  const world = {
    env: ENV,
    clock: { now: () => AT },
    log: { write: (code: string, fields: unknown) => void logged.push(`${code} ${JSON.stringify(fields)}`) },
    stores: () => fresh.stores,
    secrets: { read: async () => [accounts, before].map(({ secret: value }, age) => ({ version: `${age}`, value })) },
    queue: (queue: string) => ({
      send: async (messages: readonly unknown[]) => {
        for (const message of messages)
          if (queue === 'receipts' || queue === 'inbound-text')
            waiting.push({ folder: queue, body: JSON.stringify(message) })
          else put.push({ queue, message })
      },
    }),
  } as unknown as World
  const workers = { receipts: receipts(world), 'inbound-text': inboundText(world) } as Record<Listening, Run>
  const hook = hooks(world) as Run
  const logs = receiptsFromLogs(world) as Run
  const context = {} as Context

  /** Each message by itself; what its function gives back stays on the queue. */
  const workOff = async (): Promise<number> => {
    const now = waiting
    waiting = []
    for (const { folder, body } of now) {
      const event = { Records: [{ messageId: 'm', body }] } as unknown as SQSEvent
      const answer = (await workers[folder](event, context)) as { batchItemFailures: readonly unknown[] }
      if (answer.batchItemFailures.length > 0) waiting.push({ folder, body })
    }
    return waiting.length
  }

  const call = async ({ route, query, headers, body }: HookCall): Promise<number> => {
    const queryStringParameters = Object.fromEntries(new URLSearchParams(query))
    const event = { routeKey: route, headers, body, queryStringParameters, isBase64Encoded: false, requestContext: {} }
    const { statusCode } = (await hook(event, context)) as { statusCode: number }
    await workOff()
    return statusCode
  }
  return {
    accounts,
    before,
    stale,
    call,
    async called(made, status) {
      const answered = await call(made)
      if (answered !== status) throw new Error(`${made.route} answered ${answered}`)
    },
    async topic(folder, message) {
      waiting.push({ folder, body: JSON.stringify({ Type: 'Notification', Message: JSON.stringify(message) }) })
      await workOff()
    },
    async deliveryLog(event) {
      await logs(event, context)
      await workOff()
    },
    again: workOff,
    put,
    logged,
    fresh,
  }
}
