/**
 * Counts request units between Firstbell and DynamoDB Local: a door in front of it that asks for consumed capacity and adds it up by
 * kind of access. Transactions are counted here by the documented rule (two units for each started kilobyte of each item), because
 * DynamoDB Local's own figure for them is wrong.
 */
import { createServer, type Server } from 'node:http'
import * as z from 'zod'
import { itemSize } from '../shared/adapters/dynamodb/item-size.ts'
import { academyOf, kindOf } from './kinds.ts'

export interface Tally {
  writes: number
  reads: number
  requests: number
}

export interface Meter {
  readonly endpoint: string
  /** Units so far by kind of access. */
  readonly units: ReadonlyMap<string, Tally>
  reset(): void
  stop(): Promise<void>
}

const Attribute = z.record(z.string(), z.any())
const Item = z.record(z.string(), Attribute)
const Capacity = z.object({ CapacityUnits: z.number().default(0) })
const Answer = z.object({ ConsumedCapacity: z.union([Capacity, z.array(Capacity)]).optional() })
const Step = z.object({
  Put: z.object({ Item }).optional(),
  Update: z.object({ Key: Item }).optional(),
  Delete: z.object({ Key: Item }).optional(),
  ConditionCheck: z.object({ Key: Item }).optional(),
})
const Transaction = z.object({ TransactItems: z.array(Step) })

/** The table's own operations; those of its stream pass uncounted. */
const TABLES = 'DynamoDB_20120810'

const WRITES = [
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'BatchWriteItem',
  'TransactWriteItems',
  'ExecuteStatement',
  'BatchExecuteStatement',
]

const kilobytes = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1024))

const consumed = (body: string): number => {
  const { ConsumedCapacity: capacity } = Answer.parse(JSON.parse(body))
  if (capacity === undefined) return 0
  return (Array.isArray(capacity) ? capacity : [capacity]).reduce((sum, each) => sum + each.CapacityUnits, 0)
}

/** Opens the meter in front of DynamoDB Local at `behind`. Counts what is asked of one academy and of no one; of all when none is named. */
export const openMeter = async (behind: string, academy?: string): Promise<Meter> => {
  const units = new Map<string, Tally>()
  const add = (kind: string, operation: string, amount: number): void => {
    const tally = units.get(kind) ?? { writes: 0, reads: 0, requests: 0 }
    if (WRITES.includes(operation)) tally.writes += amount
    else tally.reads += amount
    tally.requests++
    units.set(kind, tally)
  }

  const ask = async (operation: string, headers: Record<string, string>, body: string) => {
    const answer = await fetch(behind, {
      method: 'POST',
      headers: { ...headers, 'x-amz-target': operation.includes('.') ? operation : `${TABLES}.${operation}` },
      body,
    })
    return { status: answer.status, text: await answer.text() }
  }

  const sizeNow = async (headers: Record<string, string>, table: unknown, key: unknown): Promise<number> => {
    const { text } = await ask('GetItem', headers, JSON.stringify({ TableName: table, Key: key, ConsistentRead: true }))
    const found = z.object({ Item: Item.optional() }).parse(JSON.parse(text)).Item
    return found ? itemSize(found as Parameters<typeof itemSize>[0]) : 0
  }

  const transactionUnits = async (
    headers: Record<string, string>,
    request: Record<string, unknown>,
    send: () => Promise<void>,
  ): Promise<number> => {
    const keys = Transaction.parse(request).TransactItems.map((step) => {
      const put = step.Put?.Item
      const { pk, sk } = put ?? step.Update?.Key ?? step.Delete?.Key ?? step.ConditionCheck?.Key ?? {}
      return { pk, sk }
    })
    const [table] = (request.TransactItems as { [kind: string]: { TableName: string } }[]).flatMap((step) =>
      Object.values(step).map((each) => each.TableName),
    )
    const before = await Promise.all(keys.map((key) => sizeNow(headers, table, key)))
    await send()
    const after = await Promise.all(keys.map((key) => sizeNow(headers, table, key)))
    return before.reduce((sum, size, index) => sum + 2 * kilobytes(Math.max(size, after[index] ?? 0)), 0)
  }

  const serve = async (target: string, headers: Record<string, string>, body: string) => {
    const operation = target.split('.').at(-1) ?? ''
    if (!target.startsWith(TABLES)) return ask(target, headers, body)
    const request: Record<string, unknown> = JSON.parse(body)
    const whose = academyOf(operation, request)
    // Other academies of the trust have their own pupils to be divided by.
    if (academy !== undefined && whose !== undefined && whose !== academy) return ask(operation, headers, body)
    const kind = kindOf(operation, request)
    if (operation === 'TransactWriteItems') {
      let answer = { status: 0, text: '' }
      const amount = await transactionUnits(headers, request, async () => {
        answer = await ask(operation, headers, body)
      })
      add(kind, operation, amount)
      return answer
    }
    if (operation === 'BatchExecuteStatement') {
      // Its capacity is not reported here; an entry of the chronicle is under a kilobyte.
      add(kind, operation, (request.Statements as unknown[]).length)
      return ask(operation, headers, body)
    }
    const answer = await ask(operation, headers, JSON.stringify({ ...request, ReturnConsumedCapacity: 'TOTAL' }))
    // A write that lost its condition is charged all the same, and reports nothing; a query that finds nothing is charged as for one item.
    const least = operation === 'Query' ? (request.ConsistentRead === true ? 1 : 0.5) : 0
    add(kind, operation, answer.status === 200 ? Math.max(least, consumed(answer.text)) : 1)
    return answer
  }

  const server: Server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = []
    incoming.on('data', (part: Buffer) => parts.push(part))
    incoming.on('end', () => {
      const headers = Object.fromEntries(
        ['authorization', 'x-amz-date', 'content-type', 'x-amz-security-token'].flatMap((name) => {
          const value = incoming.headers[name]
          return typeof value === 'string' ? [[name, value]] : []
        }),
      )
      serve(String(incoming.headers['x-amz-target'] ?? ''), headers, Buffer.concat(parts).toString('utf8')).then(
        ({ status, text }) => outgoing.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(text),
        () => outgoing.writeHead(500).end('{}'),
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    endpoint: `http://127.0.0.1:${port}`,
    units,
    reset: () => units.clear(),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
