import * as z from 'zod'
import type { Mapping } from '../../../domain/imports/mapping.ts'
import type { MappingStore } from '../../../ports/mapping-store.ts'
import { moveToRest } from '../open/move-to-rest.ts'
import { getItem, queryItems } from '../read.ts'
import { pastKey } from '../table.ts'
import { holding } from '../values.ts'
import { type Db, updateIf } from '../write.ts'
import { mappingKey, mappingsPk } from './import-keys.ts'

const words = z.record(z.string(), z.string())

const MappingItem = holding(
  z.object({
    id: z.string(),
    file: z.string(),
    source: z.string(),
    columns: words,
    dates: z.enum(['iso-or-uk', 'day-first', 'month-first']),
    layout: z.enum(['rows', 'sessions-across', 'dates-across']),
    values: z.record(z.string(), words),
    by: z.string(),
    at: z.string(),
  }) satisfies z.ZodType<Mapping>,
)

/** Mappings of an academy, one item each. */
export const mappingStore = (db: Db): MappingStore => ({
  mappings: async (academy) =>
    (await queryItems(db, { pk: mappingsPk(academy) })).map((item) => MappingItem.parse(item).body),
  mapping: async (academy, id) => {
    const item = await getItem(db, mappingKey(academy, id))
    return item && MappingItem.parse(item).body
  },
  putMapping: async (academy, mapping, act) => {
    await updateIf(db, {
      Key: mappingKey(academy, mapping.id),
      UpdateExpression: 'SET body = :body, act = :act ADD v :one',
      ExpressionAttributeValues: { ':body': mapping, ':act': act, ':one': 1 },
    })
  },
  endMapping: async (academy, id, act) => {
    const moved = await moveToRest(db, mappingKey(academy, id), (found) => [
      { ...found, ...pastKey(academy, 'MAPPING', id, act.at), v: Number(found.v) + 1, act },
    ])
    return moved ? 'ended' : 'already'
  },
})
