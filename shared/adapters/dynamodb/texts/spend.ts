import * as z from 'zod'
import type { SpendStore } from '../../../ports/roll-store.ts'
import { queryItems } from '../read.ts'
import { spendKey, spendPk } from '../table.ts'
import { type Db, putIf } from '../write.ts'

const SpendItem = z.object({ sk: z.string(), pence: z.number() })

/** A day counted again replaces what was counted before. */
export const spendStore = (db: Db): SpendStore => ({
  put: async (academy, date, pence, act) => {
    await putIf(db, { Item: { ...spendKey(academy, date), v: 1, pence, act } })
  },
  of: async (academy, month) =>
    (await queryItems(db, { pk: spendPk(academy), prefix: month })).reduce(
      (sum, item) => sum + SpendItem.parse(item).pence,
      0,
    ),
  days: async (academy, month) =>
    Object.fromEntries(
      (await queryItems(db, { pk: spendPk(academy), prefix: month, strong: false }))
        .map((item) => SpendItem.parse(item))
        .map(({ sk, pence }) => [sk, pence]),
    ),
})
