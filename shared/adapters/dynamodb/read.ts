/** Reads, page after page. Nothing leaves this folder unparsed: each concern's schema is applied right after. */
import { BatchGetCommand, GetCommand, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import type { Key } from './table.ts'
import { slowly } from './unprocessed.ts'
import type { Db, Item } from './write.ts'

/** One item, strongly read unless told otherwise. */
export const getItem = async (db: Db, key: Key, strong = true): Promise<Item | undefined> =>
  (await db.client.send(new GetCommand({ TableName: db.table, Key: key, ConsistentRead: strong }))).Item

export interface Range {
  readonly pk: string
  readonly prefix?: string
  readonly between?: readonly [string, string]
  readonly after?: string
  readonly before?: string
  readonly newestFirst?: boolean
  readonly limit?: number
  readonly strong?: boolean
  readonly only?: readonly string[]
}

const condition = (range: Range): Pick<QueryCommandInput, 'KeyConditionExpression' | 'ExpressionAttributeValues'> => {
  const { pk, prefix, between, after, before } = range
  if (prefix !== undefined)
    return {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
    }
  if (between !== undefined)
    return {
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :until',
      ExpressionAttributeValues: { ':pk': pk, ':from': between[0], ':until': between[1] },
    }
  if (after !== undefined)
    return {
      KeyConditionExpression: 'pk = :pk AND sk > :after',
      ExpressionAttributeValues: { ':pk': pk, ':after': after },
    }
  if (before !== undefined)
    return {
      KeyConditionExpression: 'pk = :pk AND sk < :before',
      ExpressionAttributeValues: { ':pk': pk, ':before': before },
    }
  return { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } }
}

/** The items of a partition, or of a part of it, in key order. Strongly read unless told otherwise. */
export const queryItems = async (db: Db, range: Range): Promise<readonly Item[]> => {
  const items: Item[] = []
  const input: QueryCommandInput = {
    TableName: db.table,
    ConsistentRead: range.strong ?? true,
    ScanIndexForward: !range.newestFirst,
    ...condition(range),
    ...(range.limit === undefined ? {} : { Limit: range.limit }),
    ...(range.only === undefined ? {} : { ProjectionExpression: range.only.join(', ') }),
  }
  let from: QueryCommandInput['ExclusiveStartKey']
  do {
    const page = await db.client.send(new QueryCommand({ ...input, ...(from && { ExclusiveStartKey: from }) }))
    items.push(...(page.Items ?? []))
    from = page.LastEvaluatedKey
  } while (from !== undefined && (range.limit === undefined || items.length < range.limit))
  return range.limit === undefined ? items : items.slice(0, range.limit)
}

const placeOf = ({ pk, sk }: Item | Key): string => `${pk} ${sk}`

/**
 * Items that never change once they are written: one that is found is exact, however old the reading. What a reading of a moment ago does
 * not have is asked for exactly, at twice the price, so that nothing just written is taken for missing.
 */
export const batchGetLasting = async (db: Db, keys: readonly Key[]): Promise<readonly Item[]> => {
  const found = await batchGet(db, keys)
  const places = new Set(found.map(placeOf))
  const missing = keys.filter((key) => !places.has(placeOf(key)))
  return missing.length === 0 ? found : [...found, ...(await batchGet(db, missing, true))]
}

/** Any number of items by key, in no order; those that do not exist are left out. */
export const batchGet = async (db: Db, keys: readonly Key[], strong = false): Promise<readonly Item[]> => {
  const items: Item[] = []
  await slowly(100, keys, async (chunk) => {
    const answer = await db.client.send(
      new BatchGetCommand({ RequestItems: { [db.table]: { Keys: [...chunk], ConsistentRead: strong } } }),
    )
    items.push(...(answer.Responses?.[db.table] ?? []))
    return (answer.UnprocessedKeys?.[db.table]?.Keys ?? []).map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }))
  })
  return items
}
