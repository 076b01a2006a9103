import * as z from 'zod'
import { FORMATS } from '../../../domain/extracts/bytes.ts'
import { PARTS, type StoredExtract } from '../../../domain/extracts/stored.ts'
import type { Act } from '../../../ports/act.ts'
import type { ExtractStore } from '../../../ports/extract-store.ts'
import { getItem, queryItems } from '../read.ts'
import { academyPk, type Key, part } from '../table.ts'
import { holding } from '../values.ts'
import { type Db, IF_NEW, type Item, putIf } from '../write.ts'

/**
 * | to find or write                    | pk                     | sk                    | cost    |
 * |-------------------------------------|------------------------|-----------------------|---------|
 * | extracts since a date · one of them | A#<academy>#EXTRACTS   | <yyyymmdd>-<hash>-<n> | 1 query |
 */
const extractsPk = (academy: string): string => `${academyPk(academy)}#EXTRACTS`
const extractKey = (academy: string, id: string): Key => ({ pk: extractsPk(academy), sk: part(id) })

const ExtractItem = holding(
  z.object({
    id: z.string(),
    recipient: z.string(),
    extract: z.string(),
    schemaVersion: z.int(),
    period: z.object({ from: z.string(), until: z.string() }),
    number: z.int(),
    format: z.enum(FORMATS),
    rows: z.int(),
    sha256: z.string(),
    encrypted: z.object({ with: z.enum(['age', 'pgp']), key: z.string(), sha256: z.string() }).exactOptional(),
    generatedAt: z.string(),
    supersedes: z.string().exactOptional(),
    differences: z.int().exactOptional(),
    receipts: z.array(
      z.object({
        part: z.enum([...PARTS, 'pack']),
        reference: z.string().exactOptional(),
        by: z.string(),
        at: z.string(),
        sha256: z.string(),
      }),
    ),
    answer: z
      .object({
        by: z.string(),
        at: z.string(),
        accepted: z.boolean(),
        rejected: z.array(z.object({ row: z.int(), because: z.string() })),
      })
      .exactOptional(),
    chased: z.string().exactOptional(),
    lookedAt: z.string().exactOptional(),
    pushed: z
      .object({
        connector: z.string(),
        journey: z.string().nullable(),
        on: z.string(),
        failedOn: z.array(z.string()),
        state: z.enum(['under-way', 'arrived', 'failed']),
        because: z.string().exactOptional(),
      })
      .exactOptional(),
  }) satisfies z.ZodType<Omit<StoredExtract, 'version'>>,
)

const toItem = (academy: string, { version, ...body }: StoredExtract, act: Act): Item => ({
  ...extractKey(academy, body.id),
  v: version + 1,
  body,
  act,
})

const fromItem = (found: Item): StoredExtract => {
  const { v, body } = ExtractItem.parse(found)
  return { ...body, version: v }
}

export const extractStore = (db: Db): Omit<ExtractStore, 'lateChanges'> => ({
  extracts: async (academy, since) =>
    (await queryItems(db, { pk: extractsPk(academy), between: [since.replaceAll('-', ''), '9'] })).map(fromItem),

  extract: async (academy, id) => {
    const found = await getItem(db, extractKey(academy, id))
    return found && fromItem(found)
  },

  putExtract: async (academy, extract, act) => {
    const put = await putIf(db, { Item: toItem(academy, extract, act), ConditionExpression: IF_NEW })
    return put.won ? 'put' : 'already'
  },

  saveExtract: async (academy, extract, act) => {
    const saved = await putIf(db, {
      Item: toItem(academy, extract, act),
      ConditionExpression: 'v = :read',
      ExpressionAttributeValues: { ':read': extract.version },
    })
    return saved.won ? 'saved' : 'stale'
  },
})
