import { isDeepStrictEqual } from 'node:util'
import type { Stores } from '../../ports/stores.ts'
import { getItem } from './read.ts'
import { fromRegisterItem, toRegisterItem } from './register-item.ts'
import { registerKey } from './table.ts'
import { type Db, IF_NEW, putIf } from './write.ts'

/** Registers, saved whole on condition of the version that was read. */
export const registerStore = (db: Db): Pick<Stores, 'register' | 'saveRegister'> => ({
  register: async (academy, date, session, classId, strong) => {
    const item = await getItem(db, registerKey(academy, date, session, classId), strong)
    return item && fromRegisterItem(item)
  },

  saveRegister: async (academy, register, expected, act) => {
    const item = toRegisterItem(academy, register, expected + 1, act)
    const saved = await putIf(
      db,
      expected === 0
        ? { Item: item, ConditionExpression: IF_NEW }
        : { Item: item, ConditionExpression: 'v = :expected', ExpressionAttributeValues: { ':expected': expected } },
    )
    if (saved.won) return 'saved'
    // The connection may have tried again after an answer got lost: what stands there is then this very save.
    return saved.old && isDeepStrictEqual(saved.old, plain(item)) ? 'saved' : 'stale'
  },
})

/** The item as it comes back from the table: without what was undefined. */
const plain = (item: unknown): unknown => JSON.parse(JSON.stringify(item))
