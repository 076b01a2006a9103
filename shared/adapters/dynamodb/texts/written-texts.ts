import * as z from 'zod'
import { addDays } from '../../../domain/time.ts'
import type { WrittenStore, WrittenText } from '../../../ports/written-store.ts'
import { getItem } from '../read.ts'
import { TTL_ATTRIBUTE, writtenKey } from '../table.ts'
import { type Db, IF_NEW, type Item, putIf } from '../write.ts'

/** Nobody repeats a request after that. */
const DAYS_KEPT = 7

const WrittenItem = z.object({
  body: z.object({
    step: z.string(),
    date: z.string(),
    at: z.string(),
    asked: z.string(),
  }) satisfies z.ZodType<WrittenText>,
})

const read = (item: Item | undefined): WrittenText | undefined => item && WrittenItem.parse(item).body

const clearedAt = (at: string): number => Date.parse(`${addDays(at.slice(0, 10), DAYS_KEPT)}T00:00:00Z`) / 1000

/** Requests have no act of their own: the claim of the text says who wrote it. */
export const writtenStore = (db: Db): WrittenStore => ({
  firstWritten: async (academy, request, text, since) => {
    const kept = await putIf(db, {
      Item: { ...writtenKey(academy, request), body: text, [TTL_ATTRIBUTE]: clearedAt(text.at) },
      ...(since === undefined
        ? { ConditionExpression: IF_NEW }
        : {
            ConditionExpression: `${IF_NEW} OR body.#at < :since`,
            ExpressionAttributeNames: { '#at': 'at' },
            ExpressionAttributeValues: { ':since': since },
          }),
    })
    return kept.won ? text : (read(kept.old) ?? text)
  },
  writtenUnder: async (academy, request) => read(await getItem(db, writtenKey(academy, request))),
})
