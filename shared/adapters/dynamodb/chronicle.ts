/**
 * The chronicle: entries of a pupil's own partition and of a day's. Written by PartiQL INSERT alone, which refuses a key that
 * exists, so that the one role that may write here can add and can never change or remove.
 */
import { BatchExecuteStatementCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { ChronicleEntry, Stores } from '../../ports/stores.ts'
import { ActItem } from './act-item.ts'
import { queryItems } from './read.ts'
import { chroniclePk, chronicleSk } from './table.ts'
import { slowly } from './unprocessed.ts'
import type { Db } from './write.ts'

const EntryItem = z.object({
  /** Entries written before there was evidence have none. */
  hash: z.string().exactOptional(),
  entry: ActItem.omit({ look: true, echo: true, settles: true }).extend({
    id: z.string(),
    academy: z.string(),
    about: z.union([z.object({ pupil: z.string() }), z.object({ date: z.string() })]),
  }) satisfies z.ZodType<ChronicleEntry>,
})

/** Most statements one call takes. */
const BATCH = 25
const LATER = new Set([
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
  'RequestLimitExceeded',
  'TransactionConflict',
  'InternalServerError',
])

const keyOf = (entry: ChronicleEntry) => ({
  pk: chroniclePk(entry.academy, entry.about),
  sk: chronicleSk(entry.at, entry.id),
})

const insert = async (db: Db, chunk: readonly ChronicleEntry[]): Promise<readonly ChronicleEntry[]> => {
  const Statements = chunk.map(({ hash, ...entry }) => {
    const { pk, sk } = keyOf(entry)
    const plain: unknown = JSON.parse(JSON.stringify(entry))
    return hash === undefined
      ? { Statement: `INSERT INTO "${db.table}" VALUE {'pk': ?, 'sk': ?, 'entry': ?}`, Parameters: [pk, sk, plain] }
      : {
          Statement: `INSERT INTO "${db.table}" VALUE {'pk': ?, 'sk': ?, 'entry': ?, 'hash': ?}`,
          Parameters: [pk, sk, plain, hash],
        }
  })
  const { Responses = [] } = await db.client.send(new BatchExecuteStatementCommand({ Statements }))
  return chunk.filter((_, index) => {
    const code = Responses[index]?.Error?.Code
    if (code === undefined || code === 'DuplicateItem') return false
    if (LATER.has(code)) return true
    throw new Error(`The chronicle refused an entry: ${code}`)
  })
}

export const chronicleStore = (db: Db): Pick<Stores, 'appendChronicle' | 'chronicleOf'> => ({
  appendChronicle: async (entries) => {
    const once = new Map(entries.map((entry) => [Object.values(keyOf(entry)).join('|'), entry]))
    await slowly(BATCH, [...once.values()], (chunk) => insert(db, chunk))
  },

  chronicleOf: async (academy, about, after, limit) => {
    const items = await queryItems(db, {
      pk: chroniclePk(academy, about),
      ...(after !== undefined && { after }),
      ...(limit !== undefined && { limit }),
    })
    return items.map((item) => {
      const { entry, hash } = EntryItem.parse(item)
      return hash === undefined ? entry : { ...entry, hash }
    })
  },
})
