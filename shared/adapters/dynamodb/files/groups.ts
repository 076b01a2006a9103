/** Groups that a school makes, each an item that holds it whole. */
import * as z from 'zod'
import { GROUPINGS } from '../../../domain/counting/groups.ts'
import type { OwnGroup } from '../../../domain/figures/own-group.ts'
import type { GroupStore } from '../../../ports/group-store.ts'
import { getItem, queryItems } from '../read.ts'
import { holding } from '../values.ts'
import { type Db, IF_NEW, type Item, putIf } from '../write.ts'
import { groupKey, groupsPk } from './group-keys.ts'

const GroupItem = holding(
  z.object({
    id: z.string(),
    name: z.string(),
    pupils: z.array(z.string()),
    rule: z.partialRecord(z.enum(GROUPINGS), z.array(z.string())),
    ended: z.object({ by: z.string(), at: z.string(), because: z.string() }).exactOptional(),
  }) satisfies z.ZodType<Omit<OwnGroup, 'version'>>,
)

const fromItem = (found: Item): OwnGroup => {
  const { v, body } = GroupItem.parse(found)
  return { ...body, version: v }
}

export const groupStore = (db: Db): GroupStore => ({
  groups: async (academy) =>
    (await queryItems(db, { pk: groupsPk(academy), strong: false })).map(fromItem).filter(({ ended }) => !ended),
  group: async (academy, id) => {
    const item = await getItem(db, groupKey(academy, id))
    return item && fromItem(item)
  },
  saveGroup: async (academy, { version, ...body }, act) => {
    const unchanged =
      version === 0
        ? { ConditionExpression: IF_NEW }
        : { ConditionExpression: 'v = :read', ExpressionAttributeValues: { ':read': version } }
    const Item = { ...groupKey(academy, body.id), v: version + 1, body, act }
    return (await putIf(db, { Item, ...unchanged })).won ? 'saved' : 'stale'
  },
})
