import { isDeepStrictEqual } from 'node:util'
import type { Register } from '../../../domain/register.ts'
import type { Act, Stores } from '../../../ports/stores.ts'
import { getItem } from '../read.ts'
import { registerKey } from '../table.ts'
import { type Attempt, type Db, IF_NEW, type Item, putIf } from '../write.ts'
import { fromRegisterItem, toRegisterItem } from './register-item.ts'
import { saveCounted } from './tallies.ts'

/**
 * The night counts dates that are over by UTC and by the school's clock. So a save whose own moment lies on the register's date, or
 * before it in the hour by which the two differ, can be of no counted date; any other may be.
 */
const mayBeCounted = (register: Register, act: Act): boolean => register.date < act.at.slice(0, 10)

const onCondition = (item: Item, expected: number) =>
  expected === 0
    ? { Item: item, ConditionExpression: IF_NEW }
    : { Item: item, ConditionExpression: 'v = :expected', ExpressionAttributeValues: { ':expected': expected } }

const saveWithCount = async (
  db: Db,
  academy: string,
  register: Register,
  item: Item,
  expected: number,
  act: Act,
): Promise<Attempt> => {
  const was = await getItem(db, registerKey(academy, register.date, register.session, register.classId))
  const saved = await saveCounted(db, academy, register, { was, step: { put: onCondition(item, expected) } }, act)
  if (saved.won) return saved
  const [lost] = saved.lost
  if (lost === undefined) throw new Error('The year’s count of the class was being saved by others at every try')
  return { won: false, old: lost.old }
}

/** Registers, saved whole on condition of the version that was read. */
export const registerStore = (db: Db): Pick<Stores, 'register' | 'saveRegister'> => ({
  register: async (academy, date, session, classId, strong) => {
    const item = await getItem(db, registerKey(academy, date, session, classId), strong)
    return item && fromRegisterItem(item)
  },

  saveRegister: async (academy, register, expected, act) => {
    const item = toRegisterItem(academy, register, expected + 1, act)
    const saved = mayBeCounted(register, act)
      ? await saveWithCount(db, academy, register, item, expected, act)
      : await putIf(db, onCondition(item, expected))
    if (saved.won) return 'saved'
    // The connection may have tried again after an answer got lost: what stands there is then this very save.
    return saved.old && isDeepStrictEqual(saved.old, plain(item)) ? 'saved' : 'stale'
  },
})

/** The item as it comes back from the table: without what was undefined. */
const plain = (item: unknown): unknown => JSON.parse(JSON.stringify(item))
