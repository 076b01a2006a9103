import * as z from 'zod'
import type { Act, Stores } from '../../ports/stores.ts'
import { queryItems } from './read.ts'
import { DAY_PREFIX, dayPk, restOfKey, runKey } from './table.ts'
import { type Db, IF_NEW, type Item, putIf } from './write.ts'

const RunItem = z.object({ sk: z.string(), at: z.string() })

/** Sweeps of a day that are done, with when. */
export const fromRunItems = (items: readonly Item[]): Readonly<Record<string, string>> =>
  Object.fromEntries(items.map((item) => RunItem.parse(item)).map(({ sk, at }) => [restOfKey(sk, 1), at]))

/** A sweep that runs twice keeps the time it was first done. */
export const runStore = (db: Db): Pick<Stores, 'ranSweep' | 'runs'> => ({
  ranSweep: async (academy, date, sweep, at) => {
    const act: Act = { at, by: 'system', kind: 'sweep-ran', detail: { sweep } }
    await putIf(db, { Item: { ...runKey(academy, date, sweep), v: 1, at, act }, ConditionExpression: IF_NEW })
  },
  runs: async (academy, date, strong = true) =>
    fromRunItems(await queryItems(db, { pk: dayPk(academy, date), prefix: DAY_PREFIX.runs, strong })),
})
