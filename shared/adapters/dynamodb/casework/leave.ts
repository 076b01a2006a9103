/** Requests for leave: with the pupil for ever, and the days refused among what is open until they are over. */
import type { LeaveStore } from '../../../ports/leave-store.ts'
import { getItem, queryItems } from '../read.ts'
import { pupilPk } from '../table.ts'
import { type Db, IF_NEW, type Step, transact } from '../write.ts'
import { LEAVE_PREFIX, leaveKey } from './attend-keys.ts'
import { fromLeaveItem, refusedKeys, toLeaveItem, toRefusedItems } from './leave-item.ts'

export const leaveStore = (db: Db): LeaveStore => ({
  leaveRequest: async (academy, pupil, id) => {
    const item = await getItem(db, leaveKey(academy, pupil, id))
    return item && fromLeaveItem(item)
  },
  leaveRequestsOf: async (academy, pupil) =>
    (await queryItems(db, { pk: pupilPk(academy, pupil), prefix: LEAVE_PREFIX })).map(fromLeaveItem),
  saveLeaveRequest: async (academy, request, act) => {
    const unchanged =
      request.version === 0
        ? { ConditionExpression: IF_NEW }
        : { ConditionExpression: 'v = :read', ExpressionAttributeValues: { ':read': request.version } }
    const refusals = toRefusedItems(academy, request)
    const puts = refusals.map((Item): Step => ({ put: { Item } }))
    // Only a decision makes them, and only what follows it takes them away.
    const gone =
      request.state === 'withdrawn' ? refusedKeys(academy, request).map((Key): Step => ({ remove: { Key } })) : []
    const saved = await transact(db, [
      { put: { Item: toLeaveItem(academy, request, act), ...unchanged } },
      ...puts,
      ...gone,
    ])
    return saved.won ? 'saved' : 'stale'
  },
})
